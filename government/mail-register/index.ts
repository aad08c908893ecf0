/** The door of the slice of registers on paper: what a body's journal of incoming mail holds is read and entered. */
export { importRegister } from "./import-register.ts";
export { findColumns, isRegisterField, type RegisterField } from "./register-columns.ts";
export { readRegisterFile } from "./register-file.ts";
export { columnsProblemText, fileProblemText, registerReport } from "./register-report.ts";
export { type RegisterEntry, understandRegister } from "./understand-register.ts";
