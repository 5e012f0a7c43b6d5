import { n as ZstdErrorCode, r as decompress, t as Decompress } from "./esm2.js";

export { Decompress, ZstdErrorCode, decompress };