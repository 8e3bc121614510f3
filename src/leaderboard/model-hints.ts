/** What a model's name says of how a result was made. Absent: the name does not say. */
export interface ModelHints {
  readonly ensemble?: true;
  readonly singleModel?: true;
  readonly zeroShot?: true;
  /** Trained or prompted on a few examples. */
  readonly fewShot?: true;
  readonly fineTuned?: true;
  /** Several views of each input at test time: TTA, several scales or crops. */
  readonly testTimeAugmentation?: true;
  /** Examples shown: 5 in "5-shot". */
  readonly shots?: number;
  /** 540e9 in "PaLM 540B". */
  readonly parameters?: number;
  /** Side of the input image: 384 in "ViT-B @384". */
  readonly resolution?: number;
}

const SHOTS = /(?<![\w.])(\d{1,4})[ -]?shots?\b/i;
const SHOTS_BY_K = /shot\b[^)]*\bk ?= ?(\d{1,4})/i;
const FEW = /\b(?:one|two|three|four|five|few)[ -]?shots?\b/i;

/** Not after a data set's name (JFT-300M), nor before what is counted in it. */
const PARAMETERS =
  /(?<!(?:JFT|Sports?|sports|LAION|YFCC|IG|CC|YT|WIT|HowTo|Instagram|DataComp)[- ]?)(?<![\w.])(\d+(?:\.\d+)?) ?([BM])(?![\w-]|\s*(?:tokens|images|samples|pairs|videos|words|pre-?train))/;

const RESOLUTIONS = [
  /(?<![\w.])(\d{3,4}) ?(?:px|res)\b/i,
  /(?<![\w.])(\d{3,4}) ?[x\u00d7] ?\d{3,4}\b/i,
  /@ ?(\d{3,4})\b/,
  /\br(\d{3})\b/,
];

/**
 * Reads hints by whole words. They are hints: names say as much as their authors cared to, and a row
 * without one may still be an ensemble.
 */
export function readModelHints(name: string): ModelHints {
  const shots = Number(SHOTS.exec(name)?.[1] ?? SHOTS_BY_K.exec(name)?.[1] ?? Number.NaN);
  const isZeroShot = /\bzero[ -]?shot\b/i.test(name) || shots === 0;
  const isFewShot = FEW.test(name) || shots > 0;
  const parameters = PARAMETERS.exec(name);
  const resolution = RESOLUTIONS.map((pattern) => pattern.exec(name)?.[1]).find(Boolean);
  return {
    ...(/(?<!non[- ])\bensembl(?:es?|ed|ing)\b/i.test(name) && { ensemble: true }),
    ...(/\bsingle[ -]?model\b|\(single\)/i.test(name) && { singleModel: true }),
    ...(isZeroShot && { zeroShot: true }),
    ...(isFewShot && { fewShot: true }),
    ...(/\bfine[ -]?tun(?:ed?|ing)\b|\bFT\b/i.test(name) && { fineTuned: true }),
    ...(/\bTTA\b|\btest[ -]time aug|[(,]\s*multi[ -]?(?:scale|crop)\b|\b\d+[ -]crops?\b/i.test(
      name,
    ) && {
      testTimeAugmentation: true,
    }),
    ...(shots > 0 && { shots }),
    ...(parameters !== null && {
      parameters: Number(`${parameters[1]}e${parameters[2] === 'B' ? 9 : 6}`),
    }),
    ...(resolution !== undefined && { resolution: Number(resolution) }),
  };
}
