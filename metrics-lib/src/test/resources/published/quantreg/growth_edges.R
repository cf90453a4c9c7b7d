# Percentiles of growth_edges.csv: R with quantreg and splines, in the steps of Betebenner (2009). Run in this folder: Rscript growth_edges.R
# Scores with many ties, small cohorts, few different prior scores, a skew: drawn here once.
suppressMessages({library(quantreg); library(splines)})
set.seed(11)
tau <- seq(0.005, 0.995, by = 0.01)
basis <- function(x, all) {
  range <- range(all); boundary <- round(c(range[1] - 0.1 * diff(range), range[2] + 0.1 * diff(range)), 3)
  bs(x, knots = round(quantile(all, c(0.2, 0.4, 0.6, 0.8)), 3), Boundary.knots = boundary)
}
sgp <- function(y, priors) {
  X <- cbind(1, do.call(cbind, lapply(priors, function(p) basis(p, p))))
  fitted <- sapply(tau, function(t) X %*% suppressWarnings(rq.fit.br(X, y, tau = t)$coefficients))
  sorted <- round(t(apply(fitted, 1, sort)), 5)
  p <- rowSums(sorted < y); pmin(99, pmax(1, p))
}
one <- function(case, n, y, p1, p2 = NULL) data.frame(case = case, y = y, prior1 = p1, prior2 = if (is.null(p2)) NA else p2,
  sgp = if (is.null(p2)) sgp(y, list(p1)) else sgp(y, list(p1, p2)))
n <- 500; p <- round(rnorm(n, 20, 6)); ties <- one("ties", n, round(0.8 * p + rnorm(n, 5, 4)), p)
n <- 300; p <- rnorm(n, 500, 90); small <- one("small", n, 0.7 * p + rnorm(n, 200, 60), p)
n <- 400; p <- round(100 * rbeta(n, 8, 1.2), 1); skewed <- one("skewed", n, round(pmin(100, 0.6 * p + 40 * rbeta(n, 4, 2)), 1), p)
n <- 600; p <- round(rnorm(n, 50, 10)); q <- round(0.7 * p + rnorm(n, 15, 7)); two <- one("two_priors", n, round(0.5 * p + 0.3 * q + rnorm(n, 15, 6)), p, q)
write.csv(rbind(ties, small, skewed, two), "growth_edges.csv", row.names = FALSE, quote = FALSE, na = "")
