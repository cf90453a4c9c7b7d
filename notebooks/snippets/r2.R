# Which counties have too large a gap in backbone teachers (R2), and how many they lack; the last year.
# Rscript notebooks/snippets/r2.R sample-data/out/current
run <- commandArgs(trailingOnly = TRUE)[1]
# codes are text: a leading zero counts
read <- function(table) {
  read.csv(file.path(run, "csv", paste0(table, ".csv")), colClasses = "character", encoding = "UTF-8")
}
judgements <- read("judgements")
measures <- read("measures")

failed <- subset(judgements, rule_id == "R-CV" & facet == "R2" & subject_type == "county" & verdict == "FAIL" & year == max(year))
lacking <- subset(measures, metric_id == "resource.shortfall" & facet == "R2" & subject_type == "county")
rows <- merge(
  failed[c("subject_id", "year", "stage", "value")], lacking[c("subject_id", "year", "stage", "value")],
  by = c("subject_id", "year", "stage"), all.x = TRUE, suffixes = c("", "_lacking")
)
rows <- rows[order(rows$subject_id, rows$stage, method = "radix"), ]

cat("county,stage,cv,lacking\n")
cat(paste(rows$subject_id, rows$stage, rows$value, ifelse(is.na(rows$value_lacking), "", rows$value_lacking), sep = ","), sep = "\n")
