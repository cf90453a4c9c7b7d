# Figures of value_added_structures.csv: R with lme4. Run in this folder: Rscript structures.R
# Pupils are drawn here once (structures_pupils.csv); the models are those of the Java tests, fitted by an independent program.
suppressMessages(library(lme4))
set.seed(20240901)
n <- 900; S <- 36; C <- 6; F <- 24
county <- rep(seq_len(C), each = S / C)
u <- rnorm(S, 0, 3); cc <- rnorm(C, 0, 2); ff <- rnorm(F, 0, 2); slope <- rnorm(S, 0, 0.15)
school <- sample(S, n, TRUE, prob = runif(S, 0.3, 1.5))
feeder <- pmin(F, pmax(1, round(school * F / S + rnorm(n, 0, 3))))
prior1 <- round(rnorm(n, 60, 12)); prior2 <- round(0.6 * prior1 + rnorm(n, 24, 8))
sex <- sample(c("F", "M"), n, TRUE)
second <- ifelse(runif(n) < 0.2, sample(S, n, TRUE), school); part <- sample(1:11, n, TRUE)
w <- ifelse(second == school, 12, part) / 12                      # share of the time at the school of the outcome exam
y <- round(10 + 0.45 * prior1 + 0.25 * prior2 + 1.5 * (sex == "M") + w * u[school] + (1 - w) * u[second] +
  cc[county[school]] + ff[feeder] + slope[school] * (prior1 - 60) + rnorm(n, 0, 7), 1)
lost1 <- runif(n) < 0.12; lost2 <- lost1 & runif(n) < 0.5 | runif(n) < 0.06
d <- data.frame(school = sprintf("S%02d", school), county = sprintf("C%d", county[school]), feeder = sprintf("F%02d", feeder),
  second = sprintf("S%02d", second), twelfths = round(12 * w), sex = sex, prior1 = ifelse(lost1, NA, prior1),
  prior2 = ifelse(lost2, NA, prior2), y = y)
write.csv(d, "structures_pupils.csv", row.names = FALSE, quote = FALSE, na = "")

tight <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e5), calc.derivs = FALSE,
  check.conv.singular = "ignore")
out <- NULL
note <- function(model, term, value) out <<- rbind(out, data.frame(model = model, term = term, value = format(value, digits = 15)))
fixed <- function(model, fit) {
  b <- fixef(fit); s <- sqrt(diag(as.matrix(vcov(fit))))
  for (i in seq_along(b)) { note(model, paste0("b:", names(b)[i]), b[i]); note(model, paste0("se:", names(b)[i]), s[i]) }
  note(model, "log_likelihood", as.numeric(logLik(fit))); note(model, "aic", AIC(fit)); note(model, "bic", BIC(fit))
  note(model, "sigma2_pupil", sigma(fit)^2)
}
effects <- function(model, fit, factor, effect = 1) {
  r <- ranef(fit, condVar = TRUE)[[factor]]; v <- attr(r, "postVar")
  for (i in seq_len(nrow(r))) { note(model, paste0("u:", rownames(r)[i]), r[i, effect]); note(model, paste0("cse:", rownames(r)[i]), sqrt(v[effect, effect, i])) }
}
# complete cases; prior1 is the newest
e <- d[!is.na(d$prior1) & !is.na(d$prior2), ]
ml <- function(formula, data) -2 * as.numeric(logLik(lmer(formula, data, REML = FALSE, control = tight)))
base <- y ~ prior1 + prior2 + sex + (1 | school)
m <- lmer(base, e, control = tight); fixed("base", m); effects("base", m, "school")
note("base", "sigma2_school", VarCorr(m)$school[1, 1])
none <- -2 * as.numeric(logLik(lm(y ~ prior1 + prior2 + sex, e)))
chi <- none - ml(base, e); note("base", "lr_school", chi); note("base", "lr_school_p", pchisq(chi, 1, lower.tail = FALSE) / 2)
chi <- ml(y ~ 1 + (1 | school), e) - ml(base, e); note("base", "lr_terms", chi); note("base", "lr_terms_p", pchisq(chi, 3, lower.tail = FALSE))
m <- lmer(y ~ prior1 + prior2 + sex + (1 + prior1 | school), e, control = tight); fixed("slope", m); effects("slope", m, "school", 2)
v <- VarCorr(m)$school; note("slope", "sigma2_school", v[1, 1]); note("slope", "sigma2_slope", v[2, 2]); note("slope", "covariance_school_slope", v[1, 2])
chi <- ml(base, e) - ml(y ~ prior1 + prior2 + sex + (1 + prior1 | school), e)
note("slope", "lr_school_only", chi); note("slope", "lr_school_only_p", pchisq(chi, 2, lower.tail = FALSE))
m <- lmer(y ~ prior1 + prior2 + sex + (1 | school) + (1 | county), e, control = tight); fixed("counties", m); effects("counties", m, "school"); effects("counties", m, "county")
note("counties", "sigma2_school", VarCorr(m)$school[1, 1]); note("counties", "sigma2_county", VarCorr(m)$county[1, 1])
chi <- ml(base, e) - ml(y ~ prior1 + prior2 + sex + (1 | school) + (1 | county), e)
note("counties", "lr_school_only", chi); note("counties", "lr_school_only_p", pchisq(chi, 1, lower.tail = FALSE) / 2)
m <- lmer(y ~ prior1 + prior2 + sex + (1 | school) + (1 | feeder), e, control = tight); fixed("feeder", m); effects("feeder", m, "school")
note("feeder", "sigma2_school", VarCorr(m)$school[1, 1]); note("feeder", "sigma2_feeder", VarCorr(m)$feeder[1, 1])
# time: the columns of Z' hold shares instead of ones
f <- lFormula(y ~ prior1 + prior2 + sex + (1 | school), e, control = tight)
Zt <- f$reTrms$Zt * 0
for (i in seq_len(nrow(e))) {
  Zt[e$school[i], i] <- Zt[e$school[i], i] + e$twelfths[i] / 12
  if (e$twelfths[i] < 12) Zt[e$second[i], i] <- Zt[e$second[i], i] + 1 - e$twelfths[i] / 12
}
f$reTrms$Zt <- as(Zt, "CsparseMatrix")
dev <- do.call(mkLmerDevfun, f); opt <- optimizeLmer(dev, optimizer = "bobyqa", control = list(rhoend = 1e-10))
m <- mkMerMod(environment(dev), opt, f$reTrms, fr = f$fr); fixed("time", m); effects("time", m, "school")
note("time", "sigma2_school", VarCorr(m)$school[1, 1])
# missing priors kept: mean of those who have the score, and a mark
k <- d; k$prior1_missing <- as.numeric(is.na(k$prior1)); k$prior2_missing <- as.numeric(is.na(k$prior2))
k$prior1[is.na(k$prior1)] <- mean(k$prior1, na.rm = TRUE); k$prior2[is.na(k$prior2)] <- mean(k$prior2, na.rm = TRUE)
k$mean1 <- ave(ifelse(k$prior1_missing == 1, NA, k$prior1), k$school, FUN = function(x) mean(x, na.rm = TRUE))
m <- lmer(y ~ prior1 + prior2 + sex + mean1 + prior1_missing + prior2_missing + (1 | school), k, control = tight)
fixed("kept", m); effects("kept", m, "school"); note("kept", "sigma2_school", VarCorr(m)$school[1, 1])
write.csv(out, "value_added_structures.csv", row.names = FALSE, quote = FALSE)
