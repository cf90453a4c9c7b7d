# The value-added stage of ValueAddedBench in R: the same tables are read and joined, the same model is fitted by lme4.
#   Rscript lme4.R SCORES.csv PUPILS.csv
suppressPackageStartupMessages({ library(data.table); library(lme4) })
files <- commandArgs(TRUE)
began <- proc.time()[["elapsed"]]
scores <- fread(files[1])
pupils <- fread(files[2])
cohort <- merge(scores[grade == 9, .(pupil_id, school_code, score)], scores[grade == 6, .(pupil_id, prior = score)], by = "pupil_id")
cohort <- merge(cohort, pupils, by = "pupil_id")
cohort[, b := as.character(b)]
joined <- proc.time()[["elapsed"]]
fit <- lmer(score ~ prior + a + b + c + d + e + (1 | school_code), cohort, REML = TRUE)
effects <- ranef(fit, condVar = TRUE)$school_code
ended <- proc.time()[["elapsed"]]
cat(sprintf("lme4 pupils %d schools %d seconds %.2f fit %.2f prior %.9f\n", nrow(cohort), nrow(effects), ended - began, ended - joined,
  fixef(fit)[["prior"]]))
