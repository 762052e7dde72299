export { defineConfig, type RetortConfig, type SeedResult } from './config/retort-config';
