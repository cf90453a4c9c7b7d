# Draws the small province of this folder: data/*.csv and evaluation.yaml. Nobody's data.   Rscript draw.R
set.seed(20261126)
years <- 2016:2021
n <- 90
code <- sprintf("%03d", 1:n)
cluster <- sample(c(sprintf("K%02d", 1:14), rep(NA, 9)), n, replace = TRUE)
county <- sample(c("510101", "510102", "510103", "510104", "510105"), n, replace = TRUE)
class <- sample(c("URBAN", "TOWN", "RURAL"), n, replace = TRUE, prob = c(.4, .35, .25))
owner <- sample(c("PUBLIC", "PRIVATE"), n, replace = TRUE, prob = c(.85, .15))
began <- setNames(sample(2016:2021, 14, replace = TRUE), sprintf("K%02d", 1:14))
type <- setNames(sample(c("EDUCATION_GROUP", "URBAN_RURAL_COMMUNITY"), 14, replace = TRUE), names(began))
first <- began[cluster]
class[!is.na(first) & first == 2019 & class == "RURAL"] <- "TOWN" # nobody of 2019's joiners is rural
base <- rnorm(n, 70, 5)
size <- round(rnorm(n, 300, 80))
schools <- scores <- NULL
for (y in years) for (i in 1:n) {
  said <- code[i]
  if (i == 7 && y >= 2019) said <- "907" # renamed
  inches <- size[i] + 10 * (y - 2016) + round(rnorm(1, 0, 20))
  schools <- rbind(schools, data.frame(school_code = said, year = y, county_code = county[i], school_type = "PRIMARY",
    urban_rural_class = class[i], ownership = owner[i], roll = if (runif(1) < .01) "" else inches))
  joined <- !is.na(first[i]) && y >= first[i]
  score <- base[i] + .4 * (y - 2016) + .01 * size[i] * (y - 2016) / 5 + (class[i] == "TOWN") * .3 * (y - 2016) + rnorm(1) +
    if (joined) 1 + .5 * (y - first[i]) else 0
  if (runif(1) > .03) scores <- rbind(scores, data.frame(school_code = said, year = y, grade = 6, subject = "math",
    tested_count = 100, mean_score = round(score, 2)))
}
in_cluster <- which(!is.na(cluster))
memberships <- data.frame(cluster_id = cluster[in_cluster], school_code = code[in_cluster],
  joined_on = paste0(first[in_cluster], ifelse(runif(length(in_cluster)) < .2, "-10-01", "-09-01")), left_on = "",
  role = ifelse(runif(length(in_cluster)) < .12, "LEAD", "MEMBER"))
left <- sample(nrow(memberships), 6)
memberships$left_on[left] <- paste0(as.integer(substr(memberships$joined_on[left], 1, 4)) + c(0, 1, 2, 1, 2, 3), "-12-31")
more <- memberships[sample(nrow(memberships), 5), ] # in a second cluster, a year later
more$cluster_id <- "K01"
more$joined_on <- paste0(as.integer(substr(more$joined_on, 1, 4)) + 1, "-09-01")
more$left_on <- ""
memberships <- rbind(memberships, more[!paste("K01", more$school_code) %in% paste(memberships$cluster_id, memberships$school_code), ])
out <- function(table, name) write.csv(table, file.path("data", name), row.names = FALSE, quote = FALSE, na = "")
out(schools, "schools.csv")
out(scores, "school_scores.csv")
out(memberships, "memberships.csv")
out(data.frame(cluster_id = names(began), cluster_type = type), "clusters.csv")
out(data.frame(school_code = "007", successor_code = "907", effective_on = "2019-09-01", link_type = "RENAMED"), "school_links.csv")

keys <- expand.grid(comparison = c("never_treated", "not_yet_treated"), estimator = c("dr", "ipw", "reg"),
  panel = c("balanced", "pairwise"), covariates = c("", "roll", "urban_rural_class, roll"),
  cluster_errors_by = c("cluster_id", "school_code", "county_code"), stringsAsFactors = FALSE)
chosen <- keys[seq(1, nrow(keys), by = 5), ]
extra <- c("anticipation: 1", "base_period: universal", "population: {ownership: [PUBLIC]}", "exam_day: \"09-15\", exam_year_offset: 0", "")
roles <- c("MEMBER", "MEMBER", "MEMBER", "LEAD")
blocks <- vapply(seq_len(nrow(chosen)), function(i) {
  k <- chosen[i, ]
  more <- extra[(i - 1) %% length(extra) + 1]
  types <- if (i %% 3 == 0) "EDUCATION_GROUP" else "EDUCATION_GROUP, URBAN_RURAL_COMMUNITY"
  sprintf("  - {id: b%02d, outcome: {table: school_scores, column: mean_score, grade: 6, subject: math}, treatment: {cluster_type: [%s], role: %s}, comparison: %s, estimator: %s, panel: %s, covariates: [%s], cluster_errors_by: %s%s}",
    i, types, roles[(i - 1) %% 4 + 1], k$comparison, k$estimator, k$panel, k$covariates, k$cluster_errors_by, if (more == "") "" else paste0(", ", more))
}, "")
writeLines(c("# Written by draw.R. expected.csv is what joining.R makes of it.", "evaluation: joining", "years: [2016, 2017, 2018, 2019, 2020, 2021]", "baseline: 2016", "policies: []",
  "inputs:", paste0("  ", c("schools", "school_scores", "memberships", "clusters", "school_links"), ": data/", c("schools", "school_scores", "memberships", "clusters", "school_links"), ".csv"),
  "impact:", blocks, "disclosure: {min_pupils: 1, min_respondents: 1, min_schools: 1}"), "evaluation.yaml")
