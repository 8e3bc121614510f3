/** Class of the element around a formula, drawn or plain. */
export const formulaClass = (display: boolean): string => (display ? 'math math-display' : 'math');
