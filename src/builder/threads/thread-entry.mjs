// Entry of a thread of `thread-workshop.ts`. Plain JavaScript, since the loader that runs the builder's
// TypeScript does not reach into threads by itself.
import { register } from 'tsx/esm/api';

register();
await import('./work-in-thread.ts');
