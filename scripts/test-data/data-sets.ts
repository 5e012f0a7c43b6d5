/** A file of a public repository, at one commit, with the SHA-256 of its bytes. */
export interface Original {
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
  readonly sha256: string;
}

/** Files of real data that tests or benchmarks read, and the public originals that they are made of. */
export interface DataSet {
  /** The function of convert.py. */
  readonly name: string;
  /** Where the files are in the folder of the test data. */
  readonly folder: string;
  readonly licence: string;
  readonly originals: readonly Original[];
  /** The SHA-256 of each file. */
  readonly files: Readonly<Record<string, string>>;
}

function at(
  repository: string,
  commit: string,
  hashes: Readonly<Record<string, string>>,
): readonly Original[] {
  return Object.entries(hashes).map(([path, sha256]) => ({ repository, commit, path, sha256 }));
}

export const DATA_SETS: readonly DataSet[] = [
  {
    name: 'gsm8k',
    folder: 'gsm8k',
    licence: 'MIT',
    originals: at('openai/grade-school-math', '3101c7d5072418e28b9008a6636bde82a006892c', {
      LICENSE: '86bbb73e855821d7c401912fd4bf82e34313e6e3b6fd6f909f2b6cc9e209a53b',
      'grade_school_math/data/test.jsonl': '3730d312f6e3440559ace48831e51066acaca737f6eabec99bccb9e4b3c39d14',
      'grade_school_math/data/example_model_solutions.jsonl':
        '4bc62db838f8418365d51c627bd66294cbdca9fb7f01519cb13f0dce8c51580b',
    }),
    files: {
      LICENSE: '86bbb73e855821d7c401912fd4bf82e34313e6e3b6fd6f909f2b6cc9e209a53b',
      'gsm8k.jsonl': '2c9dd2da4be7c589fa12a6094984495bc72c89d507a36158400cd6cf2dca9b1d',
      'generations-6b-finetuning.jsonl': '9457357e82f994e0fb650bd3a778d6e400bd9a1a2b6b3872eeebc9a1f91160ec',
      'generations-175b-finetuning.jsonl': 'f91315ae09aec4d60c3d211a41db51ec858790d362ad7a0285f2f28942714cff',
    },
  },
  {
    name: 'humaneval_codegen',
    folder: 'humaneval-codegen',
    licence: 'MIT',
    originals: [
      ...at('openai/human-eval', '6d43fb980f9fee3c892a914eda09951f772ad10d', {
        'data/HumanEval.jsonl.gz': 'b796127e635a67f93fb35c04f4cb03cf06f38c8072ee7cee8833d7bee06979ef',
      }),
      ...at('microsoft/CodeT', '35f54d60b152cc31d134b788e702878ad613d9f7', {
        'CodeT/LICENSE': 'd9a1b1e30d633d5732ea18e3cba9538d293ebc53e1a9e4e96ab739e0c5c4f1cb',
        'CodeT/data/generated_data/HumanEval_codegen16B_temp0.8_topp0.95_num100_max300_code_solution.jsonl':
          '239b84349993c19a98bc4bf96a9a9ac47908125b3242db72788471e6c58728d5',
      }),
    ],
    files: {
      LICENSE: 'd9a1b1e30d633d5732ea18e3cba9538d293ebc53e1a9e4e96ab739e0c5c4f1cb',
      'humaneval.jsonl': 'ac22f6e38830281e7ef769061a45b17d9920800785afc859d98fbe9510af5d01',
      'generations-codegen-16b.jsonl': '278de03a9766b92d8109204124c4ad1769a14668990620550bd5adf1fc924cc7',
    },
  },
  {
    name: 'math_verify',
    folder: 'vectors',
    licence: 'Apache-2.0, test_all.py MIT',
    originals: at('huggingface/Math-Verify', '5d148cfaaf99214c2e4ffb4bc497ab042c592a7a', {
      'tests/test_all.py': '4d4a4525097ed30faad38a9c4c867e9629af41226b97cc685d14a14125042a0e',
      'tests/test_boxed.py': 'f4045ba514b27a39c287b0864325fae5f6a2228f6a01f282fc45ad04490af534',
      'tests/test_numina_cases.py': 'fc4bbbb04e86e60eaf9e6a4921dc058ec12a52db34ed52aa991cfaf44a92d899',
      'tests/test_open_thoughts.py': '9dbe572d48205ef86665037c75704bf450dc2bda0ea0c00402c5f65841ae273b',
      'tests/test_strict.py': 'ff831f7e170ef1b07ac194cf6fe8191fbfd1c0927c20b2f41c3ee4013e9f1182',
      'tests/test_string_extraction.py': 'd43750f8293279f0b0ffaab8c036b5fdfd1464428e28e1c1b565af054a52e423',
      'tests/test_yujianll.py': '7d9d4561087ad3af87c3d8062daef71b7a6b879f2c71df7872ceb8c126ca151b',
    }),
    files: {
      'math-verify-half.json': '256cc08bdacbaeedf82897ad397331d2bab07dcac2ce359d0a31c925591225a5',
    },
  },
  {
    name: 'hendrycks_math',
    folder: 'vectors',
    licence: 'MIT',
    originals: at('hendrycks/math', '985bdc1696e88e8643f081a0ff4719da39f2ae2a', {
      'modeling/math_equivalence_test.py': 'e2d998c789786e320618cbceb309d344b6bf6d64bf76d330b52235974618821a',
    }),
    files: {
      'hendrycks-math.json': '6a8efe4e43af10747423fd6683744323662e2264e665076e2d8fc43eab858686',
    },
  },
  {
    name: 'multiple_testing',
    folder: 'vectors',
    licence: 'BSD-3-Clause',
    originals: at('statsmodels/statsmodels', '82c59e378bdfb5ae324006c477954879ad3e24be', {
      'statsmodels/stats/tests/test_multi.py':
        '103574f97441b26399b53e099ef4bfb2bd3263e021a0e3fa2aedbe481e15a594',
    }),
    files: {
      'multiple-testing.json': 'e56dbd5bc3e1117f81e32250d18734801e2f765f1a99f8d00f036ff7edc72102',
    },
  },
  {
    name: 'qwen_math',
    folder: 'qwen-math',
    licence: 'MIT',
    originals: at('QwenLM/Qwen2.5-Math', 'a45202bd16f1ec06f433442dc1152d0074773465', {
      'evaluation/data/eval_rm_maj_example/math_cot_100.jsonl':
        '5b9128525733336c4b5bf5d3222f72b18655a305258dc09c301b546e9365ba5e',
    }),
    files: {
      'items.jsonl': '3ea4ad007aa2b113a1c20ee23b21ff2bacdbe884317d29a73ce4646efa57f01e',
      'generations.jsonl': 'f152f9c939dbfa3ed0431f3d66f67682cbe660ea56bc1031a748267bcdad6980',
    },
  },
  {
    name: 'llmdrift',
    folder: 'llmdrift',
    licence: 'Apache-2.0',
    originals: at('lchen001/LLMDrift', '4938eb720aed5210dd2153644fa35cf38b9c6d26', {
      'generation/PRIME_FULL_EVAL.csv': '680ee8624871a6a8d02ce7ba9210880ab9652910e29afae98a95e8d70d7da013',
      'generation/COUNTAHAPPYNUMBER_EVAL.csv':
        'f3f459150587a30842b7b2168c33b05c058db8ab8f0c9888532a347db92c8e1f',
    }),
    files: {
      'prime.items.jsonl': '5d63ac5273c573cabe0d283872faf3b99850518f388182893c9bd71472ff1a12',
      'happy.items.jsonl': 'ba56df0f2deb0fc2dc6256cbbccf249ca47efc3955f28dbde88a7032e984cf15',
      'generations-gpt-3.5-turbo-0301.jsonl':
        '2b1dd6767f4f4342acc2b46703c812356a89cadd4a60c5e475d7260b8918a960',
      'generations-gpt-3.5-turbo-0613.jsonl':
        'd6968f9bc2a46fda44a3cac70a08e805073cc9be647f6d3192b7ecba19bee3e1',
      'generations-gpt-4-0314.jsonl': '5457ea901d647d9b2da470f6684e827b14253eb90077ae412dceff43d19df702',
      'generations-gpt-4-0613.jsonl': 'cbaa06c9deb1eec132a53134be828985c10f5affda1a4e3b05bc147085f2ec81',
    },
  },
  {
    name: 'novelty_bench',
    folder: 'novelty-bench',
    licence: 'MIT',
    originals: at('novelty-bench/novelty-bench', '5b22b53dedd4ec37e1d30a5dbeb2ea6beaa752ca', {
      'evaluation/2025-03-27_gemini-1.5-pro/nb-curated/scores.jsonl':
        '3449323c4a03721ecbf564bfb7255f0058713ca99dd27e94bae20bd56258972e',
    }),
    files: {
      'items.jsonl': 'cc40abd2c8cf870b19783df11104b9b388cf60af8a4de0c1a6f1418c894b83e6',
      'generations.jsonl': 'ef5966d706a6cdc33d20771cb37c062c2e60eb57df951c9373d5df05ff310664',
    },
  },
];
