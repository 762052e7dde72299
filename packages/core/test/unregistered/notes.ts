export const notes = 'This file of the models has no model.';
