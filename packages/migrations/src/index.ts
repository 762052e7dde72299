export { migrations } from './versions';
