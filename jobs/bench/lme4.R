# The model of ValueAddedBench in lme4.
#   Rscript lme4.R COHORT.csv
suppressPackageStartupMessages({ library(data.table); library(lme4) })
cohort <- fread(commandArgs(TRUE)[1])
cohort[, b := as.character(b)]
start <- proc.time()[["elapsed"]]
fit <- lmer(score ~ prior + a + b + c + d + e + (1 | school_code), cohort, REML = TRUE)
effects <- ranef(fit, condVar = TRUE)$school_code
cat(sprintf("lme4 pupils %d schools %d seconds %.2f prior %.9f\n", nrow(cohort), nrow(effects), proc.time()[["elapsed"]] - start,
  fixef(fit)[["prior"]]))
