# Effects of joining by the formulas of Callaway & Sant'Anna (2021) and Sant'Anna & Zhao (2020), written from the papers on R's own lm.fit and
# glm: an implementation that shares nothing with the program. Reads a delivery and writes the rows of impact_estimates that it must give.
#
#   Rscript joining.R EVALUATION.yaml OUT.csv
#
# Each block of `impact:` is answered; table school_scores only. Optional keys: anticipation (years), base_period (varying, universal).

suppressMessages(library(yaml))
args <- commandArgs(trailingOnly = TRUE)
config <- read_yaml(args[1])
folder <- dirname(args[1])
table_of <- function(name) {
  path <- config$inputs[[name]]
  if (is.null(path)) return(NULL)
  read.csv(if (startsWith(path, "/")) path else file.path(folder, path), colClasses = "character", na.strings = "", check.names = FALSE, encoding = "UTF-8")
}
or <- function(value, default) if (is.null(value)) default else value

schools <- table_of("schools")
scores <- table_of("school_scores")
clusters <- table_of("clusters")
memberships <- table_of("memberships")
links <- table_of("school_links")
years <- sort(unlist(config$years))

# A school keeps its identity through RENAMED links: the first code of all that are joined.
same <- list()
if (!is.null(links)) {
  renamed <- links[links$link_type %in% "RENAMED", ]
  repeat {
    before <- same
    for (k in seq_len(nrow(renamed))) {
      ends <- c(renamed$school_code[k], renamed$successor_code[k])
      group <- sort(unique(c(ends, unlist(same[ends]))), method = "radix")
      for (code in group) same[[code]] <- group
    }
    if (identical(before, same)) break
  }
}
identity_of <- function(codes) vapply(codes, function(c) if (is.null(same[[c]])) c else same[[c]][1], "", USE.NAMES = FALSE)

first_exam <- function(joined, left, day, offset) {
  year <- as.integer(substr(joined, 1, 4)) - offset
  exam <- paste0(year + offset, "-", day)
  if (exam < joined) { year <- year + 1; exam <- paste0(year + offset, "-", day) }
  if (!is.na(left) && left <= exam) NA else year
}

joins <- function(block) {
  of_type <- clusters$cluster_id[clusters$cluster_type %in% unlist(block$treatment$cluster_type)]
  m <- memberships[memberships$cluster_id %in% of_type & memberships$role %in% block$treatment$role, ]
  m$school <- identity_of(m$school_code)
  m$year <- mapply(first_exam, m$joined_on, m$left_on, or(block$exam_day, "06-30"), or(block$exam_year_offset, 1))
  m <- m[!is.na(m$year), ]
  m <- m[order(m$year, m$joined_on, m$cluster_id, method = "radix"), ]
  m[!duplicated(m$school), c("school", "year", "cluster_id")]
}

# One 2x2: D, change and the matrix of covariates with its intercept. Returns the effect and the influence of every school of the cell.
contrast <- function(D, dY, X, method) {
  n <- length(D)
  out <- rep(0, n)
  if (method != "ipw") {
    XC <- X[D == 0, , drop = FALSE]
    fit <- lm.fit(XC, dY[D == 0], tol = 1e-11)
    if (fit$rank < ncol(X)) return(NULL)
    out <- drop(X %*% fit$coefficients)
    bread <- solve(crossprod(XC) / n)
    lin.ols <- ((1 - D) * (dY - out) * X) %*% bread
  }
  if (method != "reg") {
    fit <- suppressWarnings(glm.fit(X, D, family = binomial(), control = glm.control(epsilon = 1e-11, maxit = 100)))
    p <- fit$fitted.values
    if (fit$rank < ncol(X) || !fit$converged || any(p >= 0.999)) return(NULL)
    H <- solve(crossprod(X, X * (p * (1 - p))), tol = 1e-20) * n
    lin.ps <- ((D - p) * X) %*% H
    odds <- ifelse(D == 0 & p < 0.995, p / (1 - p), 0)
    if (sum(odds) == 0) return(NULL)
  }
  if (method == "reg") {
    treat <- mean(D * dY) / mean(D)
    cont <- mean(D * out) / mean(D)
    inf.treat <- D * (dY - treat) / mean(D)
    inf.cont <- (D * (out - cont) + lin.ols %*% colMeans(D * X)) / mean(D)
    return(list(att = treat - cont, inf = drop(inf.treat - inf.cont)))
  }
  r <- dY - out
  treat <- mean(D * r) / mean(D)
  cont <- mean(odds * r) / mean(odds)
  inf.treat <- D * (r - treat)
  inf.cont <- odds * (r - cont) + lin.ps %*% colMeans(odds * (r - cont) * X)
  if (method == "dr") {
    inf.treat <- inf.treat - lin.ols %*% colMeans(D * X)
    inf.cont <- inf.cont - lin.ols %*% colMeans(odds * X)
  }
  list(att = treat - cont, inf = drop(inf.treat / mean(D) - inf.cont / mean(odds)))
}

answer <- function(block) {
  outcome <- block$outcome
  s <- scores[scores$grade == outcome$grade & scores$subject %in% outcome$subject & as.integer(scores$year) %in% years, ]
  y <- suppressWarnings(as.numeric(s[[outcome$column]]))
  s <- data.frame(school = identity_of(s$school_code), year = as.integer(s$year), y = y)[!is.na(y), ]
  twice <- duplicated(s[, 1:2]) | duplicated(s[, 1:2], fromLast = TRUE)
  s$y[twice] <- NA
  s <- s[!duplicated(s[, 1:2]), ]
  joined <- joins(block)
  anticipation <- or(block$anticipation, 0)
  last <- schools[as.integer(schools$year) == max(years), ]
  last$school <- identity_of(last$school_code)
  codes <- sort(unique(s$school), method = "radix")
  for (column in names(block$population))
    codes <- codes[codes %in% last$school[last[[column]] %in% unlist(block$population[[column]])]]
  s <- s[s$school %in% codes, ]
  places <- sort(unique(s$year[!is.na(s$y)]))
  Y <- matrix(NA_real_, length(codes), length(places), dimnames = list(codes, places))
  at <- s$year %in% places
  Y[cbind(match(s$school[at], codes), match(s$year[at], places))] <- s$y[at]
  G <- joined$year[match(codes, joined$school)]
  cluster <- joined$cluster_id[match(codes, joined$school)]
  G[!is.na(G) & G > max(places)] <- NA
  first <- min(places)
  keep <- (is.na(G) | G > first + anticipation) & if (or(block$panel, "balanced") == "balanced") rowSums(is.na(Y)) == 0 else rowSums(!is.na(Y)) > 0
  # covariates of the last year before joining: a list of columns for each base year
  base_of <- function(g) max(c(places[places < g - anticipation], first))
  bases <- sort(unique(vapply(sort(unique(G[keep & !is.na(G)])), base_of, 0)))
  columns <- unlist(block$covariates)
  values <- function(column, base) {
    of <- schools[as.integer(schools$year) == base, ]
    of[[column]][match(codes, identity_of(of$school_code))]
  }
  X <- list()
  levels_of <- list()
  for (column in columns) {
    v <- unlist(lapply(bases, function(b) values(column, b)[keep]))
    filled <- schools[[column]][!is.na(schools[[column]])]
    if (any(is.na(suppressWarnings(as.numeric(filled))))) levels_of[[column]] <- sort(unique(v), method = "radix")
  }
  for (b in bases) {
    M <- matrix(1, length(codes), 1)
    for (column in columns) {
      v <- values(column, b)
      if (is.null(levels_of[[column]])) M <- cbind(M, as.numeric(v))
      else for (l in levels_of[[column]][-1]) M <- cbind(M, ifelse(is.na(v), NA, as.numeric(v == l)))
      if (!is.null(levels_of[[column]]) && length(levels_of[[column]]) == 1) M[is.na(v), 1] <- NA
    }
    X[[as.character(b)]] <- M
  }
  if (or(block$panel, "balanced") == "balanced") for (M in X) keep <- keep & rowSums(is.na(M)) == 0
  Y <- Y[keep, , drop = FALSE]; G <- G[keep]; cluster <- cluster[keep]; codes <- codes[keep]
  X <- lapply(X, function(M) M[keep, , drop = FALSE])
  n <- length(codes)
  unit <- switch(or(block$cluster_errors_by, "cluster_id"),
    school_code = codes,
    county_code = { c <- last$county_code[match(codes, last$school)]; ifelse(is.na(c), codes, c) },
    cluster_id = ifelse(is.na(G), paste("school", codes), paste("cluster", cluster)))
  se <- function(inf) sqrt(sum(rowsum(inf, unit)^2)) / n
  rows <- list()
  row <- function(aggregation, cohort, year, event, est, inf, treated)
    rows[[length(rows) + 1]] <<- data.frame(model_id = block$id, subject_id = cohort, year = year, facet = aggregation, term = event,
      estimate = est, se = se(inf), n_treated = treated)
  gt <- list()
  universal <- identical(or(block$base_period, "varying"), "universal")
  for (g in sort(unique(G[!is.na(G)]))) for (k in seq_along(places)) {
    t <- places[k]
    base <- base_of(g)
    after <- t >= g - anticipation
    if (!after && !universal) { if (k == 1) next; base <- places[k - 1] }
    if (t == base) next
    D <- as.numeric(!is.na(G) & G == g)
    late <- max(t, base)
    C <- if (or(block$comparison, "not_yet_treated") == "never_treated") is.na(G) else is.na(G) | (G > late + anticipation & G != g)
    dY <- Y[, as.character(t)] - Y[, as.character(base)]
    M <- X[[as.character(base_of(g))]]
    if (is.null(M)) M <- matrix(1, n, 1)
    use <- (D == 1 | C) & !is.na(dY) & rowSums(is.na(M)) == 0
    if (sum(D[use]) == 0 || sum(use) == sum(D[use])) next
    Z <- M[use, , drop = FALSE]
    Z <- Z[, c(TRUE, apply(Z[, -1, drop = FALSE], 2, function(c) max(c) > min(c))), drop = FALSE]
    if (ncol(Z) > 1) Z[, -1] <- scale(Z[, -1])
    one <- contrast(D[use], dY[use], Z, or(block$estimator, "dr"))
    if (is.null(one)) next
    inf <- rep(0, n)
    inf[use] <- one$inf * n / sum(use)
    gt[[length(gt) + 1]] <- list(g = g, t = t, att = one$att, inf = inf, used = which(use & D == 1))
    row("group_time", g, t, NA, one$att, inf, sum(D[use]))
  }
  if (length(gt) == 0) return(NULL)
  g <- sapply(gt, `[[`, "g"); t <- sapply(gt, `[[`, "t"); att <- sapply(gt, `[[`, "att"); infs <- sapply(gt, `[[`, "inf")
  size <- function(c) sum(!is.na(G) & G == c)
  # an average over effects whose cohorts weigh by their schools, the weights being estimated
  average <- function(att, infs, cohorts) {
    p <- sapply(cohorts, size) / n
    w <- p / sum(p)
    own <- sapply(cohorts, function(c) as.numeric(!is.na(G) & G == c) - size(c) / n)
    wif <- own / sum(p) - rowSums(own) %o% (p / sum(p)^2)
    list(att = sum(w * att), inf = drop(infs %*% w + wif %*% att))
  }
  count <- function(which) length(unique(unlist(lapply(gt[which], `[[`, "used"))))
  whole <- function(aggregation, key, values, only, group_mean) {
    parts <- list()
    for (v in sort(unique(values[only]))) {
      which <- which(only & values == v)
      a <- if (group_mean) list(att = mean(att[which]), inf = rowMeans(infs[, which, drop = FALSE]))
           else average(att[which], infs[, which, drop = FALSE], g[which])
      row(aggregation, if (key == "g") v else NA, if (key == "t") v else NA, if (key == "e") v else NA, a$att, a$inf, count(which))
      parts[[length(parts) + 1]] <- c(a, key = v)
    }
    parts
  }
  after <- t >= g
  events <- whole("event", "e", t - g, rep(TRUE, length(g)), FALSE)
  since <- Filter(function(p) p$key >= 0, events)
  plain <- function(parts) list(att = mean(sapply(parts, `[[`, "att")), inf = rowMeans(sapply(parts, `[[`, "inf")))
  if (any(after)) {
    a <- plain(since); row("event", NA, NA, NA, a$att, a$inf, count(which(after)))
    cohorts <- whole("group", "g", g, after, TRUE)
    a <- average(sapply(cohorts, `[[`, "att"), sapply(cohorts, `[[`, "inf"), sapply(cohorts, `[[`, "key"))
    row("group", NA, NA, NA, a$att, a$inf, count(which(after)))
    calendar <- whole("calendar", "t", t, after, FALSE)
    a <- plain(calendar); row("calendar", NA, NA, NA, a$att, a$inf, count(which(after)))
    a <- average(att[after], infs[, after, drop = FALSE], g[after])
    row("overall", NA, NA, NA, a$att, a$inf, count(which(after)))
  }
  do.call(rbind, rows)
}

found <- do.call(rbind, lapply(config$impact, answer))
for (column in c("estimate", "se")) found[[column]] <- formatC(found[[column]], digits = 17, format = "g")
write.csv(found, args[2], row.names = FALSE, na = "", quote = FALSE)
