import { r as __name } from "./chunks/rolldown-runtime.js";
import { n as measureApart } from "./chunks/measure-apart.js";
import { parentPort } from "node:worker_threads";

// src/check/measure-worker.ts
const port = parentPort;
if (port === null) throw new Error("this file is a worker");
port.on("message", (request) => port.postMessage(measureApart(request)));

export {  };