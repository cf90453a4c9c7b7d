# Standard errors and intervals of the changes of the coefficient of variation between schools, as somebody would get them in R: package boot (Davison and
# Hinkley), schools drawn with both years together, 999 resamples, the percentile interval at the level widened for few schools, and the jackknife beside it.
#   Rscript intervals.R OUT-OF-DUCKDB OUT
suppressPackageStartupMessages({ library(data.table); library(boot) })
args <- commandArgs(TRUE)
began <- proc.time()[["elapsed"]]
panel <- fread(file.path(args[1], "panel.csv"),
  colClasses = list(character = c("school_code", "county_code", "prefecture_code", "province_code", "stage")))
set.seed(1)
cv <- function(x, w) { m <- sum(w * x) / sum(w); sqrt(sum(w * (x - m)^2) / sum(w)) / m }
change <- function(d, i) cv(d[i, 3], d[i, 4]) - cv(d[i, 1], d[i, 2])
interval <- function(d, n) {
  drawn <- boot(d, change, R = 999)
  t <- drawn$t[is.finite(drawn$t)]
  if (length(t) < 900 || sd(t) == 0) return(list(se = NA_real_, low = NA_real_, high = NA_real_, jackknife = NA_real_))
  level <- 2 * pnorm(qt(0.975, n - 1) * sqrt(n / (n - 1))) - 1
  ends <- boot.ci(drawn, conf = level, type = "perc", t0 = drawn$t0, t = t)$percent[4:5]
  left <- if (nrow(d) <= 200) vapply(seq_len(nrow(d)), function(j) change(d, -j), 0) else NULL
  jackknife <- if (is.null(left)) NA_real_ else sqrt((nrow(d) - 1) * mean((left - mean(left))^2))
  list(se = sd(t), low = ends[1], high = ends[2], jackknife = jackknife)
}
base <- min(panel$year)
told <- rbindlist(lapply(c("county_code", "prefecture_code", "province_code"), function(area) {
  rows <- panel[get(area) != "" & value >= 0, .(subject = get(area), stage, grade, facet, year, school_code, value, weight)]
  rbindlist(lapply(setdiff(sort(unique(rows$year)), base), function(later) {
    key <- c("subject", "stage", "grade", "facet", "school_code")
    both <- merge(rows[year == base], rows[year == later], by = key, all = TRUE)
    setnafill(both, fill = 0, cols = c("value.x", "weight.x", "value.y", "weight.y"))
    both[, {
      n <- min(sum(weight.x > 0), sum(weight.y > 0))
      if (n < 10) NULL else c(list(year = later, n = n), interval(cbind(value.x, weight.x, value.y, weight.y), n))
    }, by = .(subject, stage, grade, facet)]
  }))
}))
fwrite(told, file.path(args[2], "intervals.csv"))
cat(sprintf("intervals.R seconds %.2f intervals %d peak_mb %d\n", proc.time()[["elapsed"]] - began, nrow(told),
  as.integer(sub("\\D*(\\d+).*", "\\1", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) %/% 1024L))
