/**
 * Words that metrics are named with. Whole words only: "Sentiment" holds "time" and is none. A name is
 * cut where letters and digits, or case, change: `FPR95` is `fpr` and `95`, `mIoU` is one word here.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Larger is better. */
export const HIGHER_WORDS = words(`
  accuracy acc accuarcy oacc macc mca correct fmeasure fscore fbeta precision recall ap map map50 ar
  auc auroc roc aupr prauc aucroc bleu sacrebleu chrf rouge rougel meteor cider ciderd spice nist
  bertscore bleurt comet em exact iou miou fwiou ious giou jaccard dice dsc psnr ssim msssim vif score scores
  correlation pearson spearman kendall plcc srcc srocc pcc ccc icc mcc kappa qwk ndcg dcg mrr hit hits
  success pck pckh pck3d ari nmi ami purity specificity sensitivity tpr tnr tar gar sdr sisdr sdri sisnr
  sisdri snr snri sir sar stoi estoi pesq mos csig cbak covl win wins reward return fps qps throughput
  speedup likelihood elo mota motp idf hota amota amotp pq rq sq pqst pqth rqst rqth sqst sqth uas las modularity coverage
  robustness r2 vmaf fidelity consistency quality detection pass resolved solved agreement
  informedness completeness homogeneity yield diversity novelty validity uniqueness improvement gain
  vote votes preference naturalness intelligibility similarity auprc aupro pro auc10 auc20 eao
  sari bartscore moverscore clipscore inception nds spl softspl matthews
  fsim gleu anls ods ois hmean rpc mpc mrec mprec mcov mwcov emeasure smeasure infndcg relevance ppv npv
`);

/** Smaller is better. */
export const LOWER_WORDS = words(`
  error errors err loss losses perplexity ppl bpc bpd bpb bpp bpsp bits nats nll negll crossentropy
  mae mse rmse rmsle nrmse mape smape wmape maes mad ade fde minade minfde mpjpe mpvpe pmpjpe mjpe mpe
  epe aepe aee nme ame wer cer per ter ser der jer eer hter acer apcer bpcer ber far fpr fnr frr fr
  fid kid fvd fad kvd sfid scenefid lpips dists niqe brisque piqe chamfer cd hausdorff hd hd95 emd
  distance distances divergence kl kld js jsd mmd latency runtime time seconds regret miss misses
  missrate failure failures distortion mcd deviation mre mard rerr terr ate rte rpe energy consumption
  voi voids vi ece mce ace brier calibration toxicity hallucination jitter delay medr medianr mnr
  meanr mdr absrel sqrel rmselog oob warping collision collisions crps pinball
  sad mdae ged dcf mindcf cllr reprojection penalty badpix disparity complexity violations
`);

/** How longer words end that are no entries of their own: `mRMSE`, `SceneFID`, `meanIOU`. */
export const HIGHER_ENDING =
  /(?:accuracy|acc|precision|recall|iou|score|psnr|ssim|auc|auroc|pck|pesq|measure)$/;
export const LOWER_ENDING = /(?:rmse|mape|mpjpe|loss|error|perplexity)$/;

/** Names of what a model is or takes, which has no better side, when nothing else is said. */
export const NEUTRAL_WORDS = words(`
  parameters parameter params param flops flop gflops mflops tflops macs gmacs mmacs madds mulitadds
  operations ops epochs epoch layers depth year date seed resolution size images samples shots views
  dataset datasets data split training encoder backbone framework hardware burden steps iterations
  count number events clusters hours stdev std variance batch memory gpu gpus cpu
`);
