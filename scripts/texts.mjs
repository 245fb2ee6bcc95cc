// Generates src/generated/texts from src/texts/en, as setup does when a text has changed.
import { generateTexts } from './lib/texts.mjs';

generateTexts();
