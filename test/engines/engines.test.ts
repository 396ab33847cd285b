import { engineContract, type Rig } from './contract.js';

const key = 'sk-secret-0123456789';

const rigs: readonly Rig[] = [
  {
    id: 'openai',
    model: true,
    secret: key,
    env: (port) => ({ OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`, OPENAI_MODEL: 'test', OPENAI_API_KEY: key }),
  },
  {
    id: 'anthropic',
    model: true,
    secret: key,
    env: (port) => ({
      ANTHROPIC_BASE_URL: `http://127.0.0.1:${port}/v1`,
      ANTHROPIC_MODEL: 'test',
      ANTHROPIC_API_KEY: key,
    }),
  },
  {
    id: 'google',
    model: true,
    secret: key,
    env: (port) => ({ GEMINI_BASE_URL: `http://127.0.0.1:${port}/v1beta`, GEMINI_MODEL: 'test', GEMINI_API_KEY: key }),
  },
  {
    id: 'local',
    model: true,
    env: () => ({}),
    settings: (port) => ({ ports: [port] }),
  },
  {
    id: 'deepl',
    model: false,
    secret: key,
    env: (port) => ({ DEEPL_BASE_URL: `http://127.0.0.1:${port}/v2`, DEEPL_API_KEY: key }),
  },
];

for (const rig of rigs) engineContract(rig);
