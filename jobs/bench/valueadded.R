# Value-added as somebody would do it in R: join two exams of a pupil, one random-intercept model per subject (REML), school effects with errors.
#   Rscript valueadded.R DELIVERY/data OUT
suppressPackageStartupMessages({ library(data.table); library(lme4) })
args <- commandArgs(TRUE)
began <- proc.time()[["elapsed"]]
scores <- fread(file.path(args[1], "pupil_scores.csv"), colClasses = list(character = c("pupil_id", "school_code")))
pupils <- fread(file.path(args[1], "pupils.csv"), colClasses = list(character = "pupil_id"), select = c("pupil_id", "sex"))
scores <- unique(scores[!is.na(score) & score >= 0])
read <- proc.time()[["elapsed"]] - began
for (which in c("chinese", "math")) {
  prior <- scores[grade == 6 & subject == which, .(pupil_id, prior = score)]
  cohort <- merge(scores[grade == 9 & subject == which, .(pupil_id, school_code, score)], prior, by = "pupil_id")
  cohort <- merge(cohort, pupils, by = "pupil_id")
  start <- proc.time()[["elapsed"]]
  fit <- lmer(score ~ prior + sex + (1 | school_code), cohort, REML = TRUE)
  effects <- ranef(fit, condVar = TRUE)$school_code
  cat(sprintf("lme4 %s pupils %d schools %d seconds %.2f prior %.9f school_variance %.6f\n", which, nrow(cohort), nrow(effects),
    proc.time()[["elapsed"]] - start, fixef(fit)[["prior"]], as.data.frame(VarCorr(fit))$vcov[1]))
  fwrite(data.table(school_code = rownames(effects), effect = effects[[1]]), file.path(args[2], paste0("effects_", which, ".csv")))
}
cat(sprintf("valueadded.R seconds %.2f reading %.2f peak_mb %d\n", proc.time()[["elapsed"]] - began, read,
  as.integer(sub("\\D*(\\d+).*", "\\1", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) %/% 1024L))
