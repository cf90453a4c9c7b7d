# Effect of joining as somebody would do it in R: effects by group and year against schools that have not joined yet, without covariates, errors by
# 999 multiplier draws over clusters (Callaway and Sant'Anna 2021), for the mean scores of grades 6 and 9.
#   Rscript did.R DELIVERY/data OUT
suppressPackageStartupMessages(library(data.table))
args <- commandArgs(TRUE)
began <- proc.time()[["elapsed"]]
text <- list(character = "school_code")
scores <- fread(file.path(args[1], "school_scores.csv"), colClasses = text)[subject == "math" & !is.na(mean_score)]
members <- fread(file.path(args[1], "memberships.csv"), colClasses = text)[role == "MEMBER"]
clusters <- fread(file.path(args[1], "clusters.csv"))
set.seed(1)
effects <- function(at, types) {
  joined <- merge(members, clusters[cluster_type %in% types, .(cluster_id)], by = "cluster_id")
  joined <- joined[, .(first = min(year(joined_on) - (format(joined_on, "%m-%d") <= "06-30"))), by = school_code]
  wide <- dcast(unique(scores[grade == at], by = c("school_code", "year")), school_code ~ year, value.var = "mean_score")
  wide <- merge(na.omit(wide), joined, by = "school_code", all.x = TRUE)
  years <- sort(as.integer(setdiff(names(wide), c("school_code", "first"))))
  wide[is.na(first), first := 9999L]
  wide <- wide[first > years[1]]
  n <- nrow(wide)
  influence <- list()
  for (g in setdiff(sort(unique(wide$first)), 9999L)) for (t in years[-1]) {
    base <- as.character(if (t >= g) g - 1L else t - 1L)
    change <- wide[[as.character(t)]] - wide[[base]]
    treated <- wide$first == g
    control <- wide$first > max(t, if (t >= g) t else g) & !treated
    if (sum(treated) < 2 || sum(control) < 2) next
    gap <- mean(change[treated]) - mean(change[control])
    influence[[paste(g, t)]] <- n * (treated * (change - mean(change[treated])) / sum(treated) -
      control * (change - mean(change[control])) / sum(control))
    cat(sprintf("did grade %d group %d year %d effect %.6f\n", at, g, t, gap))
  }
  psi <- do.call(cbind, influence)
  draws <- matrix(0, 999, ncol(psi))
  for (d in 1:999) draws[d, ] <- crossprod(sample(c(-1, 1), n, TRUE), psi) / n
  apply(draws, 2, function(x) (quantile(x, 0.75) - quantile(x, 0.25)) / (qnorm(0.75) - qnorm(0.25)))
}
six <- effects(6, c("EDUCATION_GROUP", "URBAN_RURAL_COMMUNITY"))
nine <- effects(9, c("EDUCATION_GROUP", "URBAN_RURAL_COMMUNITY", "PROVINCIAL_ASSISTANCE"))
cat(sprintf("did.R seconds %.2f effects %d peak_mb %d\n", proc.time()[["elapsed"]] - began, length(six) + length(nine),
  as.integer(sub("\\D*(\\d+).*", "\\1", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) %/% 1024L))
