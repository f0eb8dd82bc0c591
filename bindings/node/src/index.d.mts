// SPDX-License-Identifier: BSL-1.0
export * from "./index.js";
import * as bontot from "./index.js";
export default bontot;
