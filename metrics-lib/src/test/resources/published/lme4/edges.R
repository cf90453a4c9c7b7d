# Figures of random_intercept_edges.csv: R with lme4. Run in this folder: Rscript edges.R
# Small data sets at the edges of what a random-intercept model can be fitted to (edges_pupils.csv), drawn here once.
suppressMessages(library(lme4))
set.seed(7)
cases <- list()
add <- function(case, sizes, su, se, level = 0, digits = 2) {
  g <- rep(seq_along(sizes), sizes); n <- length(g)
  x <- round(rnorm(n, 50, 10)); k <- sample(c("a", "b", "c"), n, TRUE); s <- rep(round(rnorm(length(sizes), 3, 1), 1), sizes)
  y <- round(level + 0.4 * x + rnorm(length(sizes), 0, su)[g] + rnorm(n, 0, se), digits)
  cases[[case]] <<- data.frame(case = case, school = sprintf("S%03d", g), x = x, twice = 2 * x, k = k, s = s, y = y)
}
add("two_schools", c(9, 14), 5, 3)
add("three_pupils_each", rep(3, 12), 2, 3)
add("single_pupil_schools", c(rep(1, 15), 6, 9, 20), 3, 4)
add("unbalanced", c(1, 2, 3, 5, 8, 13, 40, 150, 400), 3, 6)
add("ties", rep(8, 15), 2, 3, digits = 0)
add("far_from_zero", rep(10, 20), 2, 3, level = 1e6)
add("nearly_all_between", rep(6, 18), 50, 0.5)
add("boundary", rep(7, 25), 0, 5)
out <- NULL
note <- function(case, model, term, value) out <<- rbind(out, data.frame(case = case, model = model, term = term, value = format(value, digits = 15)))
control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-11, maxfun = 1e5), calc.derivs = FALSE,
  check.conv.singular = "ignore", check.nobs.vs.nlev = "ignore", check.rankX = "silent.drop.cols")
fit <- function(case, model, formula, d, REML) {
  m <- lmer(update(formula, . ~ . + (1 | school)), d, REML = REML, control = control)
  b <- fixef(m); s <- sqrt(diag(as.matrix(vcov(m))))
  for (i in seq_along(b)) { note(case, model, paste0("b:", names(b)[i]), b[i]); note(case, model, paste0("se:", names(b)[i]), s[i]) }
  note(case, model, "sigma2_school", VarCorr(m)$school[1, 1]); note(case, model, "sigma2_pupil", sigma(m)^2)
  note(case, model, "log_likelihood", as.numeric(logLik(m)))
  r <- ranef(m, condVar = TRUE)$school; v <- attr(r, "postVar")
  for (i in seq_len(nrow(r))) { note(case, model, paste0("u:", rownames(r)[i]), r[i, 1]); note(case, model, paste0("cse:", rownames(r)[i]), sqrt(v[1, 1, i])) }
}
for (case in names(cases)) {
  d <- cases[[case]]
  fit(case, "reml", y ~ x + k, d, TRUE); fit(case, "ml", y ~ x + k, d, FALSE)
  if (length(unique(d$school)) > 4) {
    d$mean_x <- ave(d$x, d$school)
    fit(case, "school_terms", y ~ x + k + s + mean_x, d, TRUE)
    fit(case, "collinear", y ~ x + twice + k + s, d, TRUE)     # lme4 drops twice
  }
}
write.csv(do.call(rbind, cases), "edges_pupils.csv", row.names = FALSE, quote = FALSE)
write.csv(out, "random_intercept_edges.csv", row.names = FALSE, quote = FALSE)
