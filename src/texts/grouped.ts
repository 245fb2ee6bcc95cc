/** A whole number with a comma before each three digits: `1,234`. */
export const grouped = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',');
