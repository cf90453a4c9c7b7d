-- What somebody would write who needs the tables of a run once, in doubles: the same files, joins and groups; no checks, no exact sums, no
-- intervals, no reasons, no protection of small groups. Spark and DuckDB run it as it stands; a view marked "kept" is computed once.

CREATE OR REPLACE TEMP VIEW school_years AS
SELECT s.school_code, s.year, s.county_code, c.prefecture_code, c.province_code, s.urban_rural_class, s.is_quality_school, m.cluster_id, m.role
FROM schools s
LEFT JOIN counties c ON s.county_code = c.county_code
LEFT JOIN (
  SELECT m.school_code, y.year, min(m.cluster_id) AS cluster_id, min(m.role) AS role
  FROM memberships m
  JOIN (SELECT DISTINCT year FROM schools) y
    ON m.joined_on <= make_date(y.year + 1, 6, 30) AND (m.left_on IS NULL OR m.left_on > make_date(y.year + 1, 6, 30))
  GROUP BY m.school_code, y.year
) m ON s.school_code = m.school_code AND s.year = m.year;

CREATE OR REPLACE TEMP VIEW resources AS
WITH stages AS (
  SELECT t.school_code, t.year, t.stage, t.pupil_count AS pupils, t.above_required_degree_teachers AS degrees, t.backbone_teachers AS backbone,
    t.pe_teachers + t.arts_teachers_total AS arts, f.teaching_auxiliary_area_m2 AS rooms,
    f.sports_ground_area_m2 + f.indoor_sports_area_m2 AS sports, f.equipment_value_10k_yuan AS equipment, f.multimedia_classrooms AS multimedia,
    f.class_count AS classes
  FROM staff t LEFT JOIN facilities f ON t.school_code = f.school_code AND t.year = f.year
  WHERE t.pupil_count > 0
)
SELECT school_code, year, stage, 'R1' AS facet, 100.0 * degrees / pupils AS value, pupils AS weight FROM stages
UNION ALL SELECT school_code, year, stage, 'R2', 100.0 * backbone / pupils, pupils FROM stages
UNION ALL SELECT school_code, year, stage, 'R3', 100.0 * arts / pupils, pupils FROM stages
UNION ALL SELECT school_code, year, stage, 'R4', rooms / pupils, pupils FROM stages
UNION ALL SELECT school_code, year, stage, 'R5', sports / pupils, pupils FROM stages
UNION ALL SELECT school_code, year, stage, 'R6', equipment / pupils, pupils FROM stages
UNION ALL SELECT school_code, year, stage, 'R7', 1.0 * multimedia / classes, pupils FROM stages;

-- kept
CREATE OR REPLACE TEMP VIEW panel AS
SELECT f.*, y.county_code, y.prefecture_code, y.province_code, y.urban_rural_class, y.cluster_id, y.role
FROM (
  SELECT school_code, year, stage, 0 AS grade, facet, value, weight FROM resources
  UNION ALL
  SELECT school_code, year, '', grade, concat('score:', subject), mean_score, CAST(tested_count AS DOUBLE) FROM school_scores
  UNION ALL
  SELECT school_code, year, '', grade, concat('pass:', subject), pass_share, CAST(tested_count AS DOUBLE) FROM school_scores
  UNION ALL
  SELECT i.school_code, i.year, coalesce(i.stage, ''), 0, concat('indicator:', i.indicator), coalesce(i.value, i.numerator / i.denominator),
    coalesce(i.denominator, CAST(t.pupil_count AS DOUBLE))
  FROM school_indicators i
  LEFT JOIN staff t ON i.school_code = t.school_code AND i.year = t.year AND i.stage = t.stage
) f
JOIN school_years y ON f.school_code = y.school_code AND f.year = y.year
WHERE f.value IS NOT NULL AND f.weight > 0;

CREATE OR REPLACE TEMP VIEW under_subjects AS
SELECT 'county' AS subject_type, county_code AS subject_id, p.* FROM panel p WHERE county_code IS NOT NULL
UNION ALL SELECT 'prefecture', prefecture_code, p.* FROM panel p WHERE prefecture_code IS NOT NULL
UNION ALL SELECT 'province', province_code, p.* FROM panel p WHERE province_code IS NOT NULL
UNION ALL SELECT 'cluster', cluster_id, p.* FROM panel p WHERE cluster_id IS NOT NULL;

-- kept
CREATE OR REPLACE TEMP VIEW gaps AS
WITH ordered AS (
  SELECT u.*, row_number() OVER (PARTITION BY subject_type, subject_id, year, stage, grade, facet ORDER BY value, school_code) AS place,
    sum(weight) OVER (PARTITION BY subject_type, subject_id, year, stage, grade, facet ORDER BY value, school_code
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS upto,
    sum(weight) OVER (PARTITION BY subject_type, subject_id, year, stage, grade, facet) AS whole
  FROM under_subjects u
), sums AS (
  SELECT subject_type, subject_id, year, stage, grade, facet, count(*) AS n, sum(weight) AS w, sum(weight * value) AS wx,
    sum(weight * value * value) AS wxx,
    sum(CASE WHEN value > 0 THEN weight * value * ln(value) ELSE 0 END) AS wxlnx,
    sum(CASE WHEN value > 0 THEN weight * ln(value) END) AS wlnx,
    sum(weight * value * (2 * upto - weight - whole)) AS ranked,
    min(CASE WHEN upto >= 0.1 * whole THEN value END) AS p10, min(CASE WHEN upto >= 0.9 * whole THEN value END) AS p90,
    sum(CASE WHEN role = 'LEAD' THEN weight END) AS lead_w, sum(CASE WHEN role = 'LEAD' THEN weight * value END) AS lead_wx,
    sum(CASE WHEN role = 'MEMBER' THEN weight END) AS member_w, sum(CASE WHEN role = 'MEMBER' THEN weight * value END) AS member_wx,
    avg(CASE WHEN urban_rural_class = 'URBAN' THEN value END) AS urban, avg(CASE WHEN urban_rural_class = 'RURAL' THEN value END) AS rural,
    stddev_samp(CASE WHEN urban_rural_class = 'URBAN' THEN value END) AS urban_sd,
    stddev_samp(CASE WHEN urban_rural_class = 'RURAL' THEN value END) AS rural_sd
  FROM ordered
  GROUP BY subject_type, subject_id, year, stage, grade, facet
), classes AS (
  SELECT subject_type, subject_id, year, stage, grade, facet, urban_rural_class, sum(weight) AS w, sum(weight * value) AS wx
  FROM under_subjects
  GROUP BY subject_type, subject_id, year, stage, grade, facet, urban_rural_class
), between_classes AS (
  SELECT subject_type, subject_id, year, stage, grade, facet,
    sum(CASE WHEN wx > 0 THEN wx * ln(wx / w) ELSE 0 END) / sum(wx) - ln(sum(wx) / sum(w)) AS theil_between,
    ln(sum(wx) / sum(w)) - sum(CASE WHEN wx > 0 THEN w * ln(wx / w) END) / sum(w) AS mld_between
  FROM classes
  GROUP BY subject_type, subject_id, year, stage, grade, facet
  HAVING sum(wx) > 0
)
SELECT s.subject_type, s.subject_id, s.year, s.stage, s.grade, s.facet, s.n, s.w, s.wx / s.w AS mean,
  sqrt(CASE WHEN s.wxx / s.w > (s.wx / s.w) * (s.wx / s.w) THEN s.wxx / s.w - (s.wx / s.w) * (s.wx / s.w) ELSE 0 END) AS sd,
  CASE WHEN s.wx > 0 THEN s.ranked / (s.w * s.wx) END AS gini,
  CASE WHEN s.wx > 0 THEN s.wxlnx / s.wx - ln(s.wx / s.w) END AS theil,
  CASE WHEN s.wx > 0 THEN ln(s.wx / s.w) - s.wlnx / s.w END AS mld,
  CASE WHEN s.p10 > 0 THEN s.p90 / s.p10 END AS p90_p10,
  s.lead_wx / s.lead_w - s.member_wx / s.member_w AS lead_member,
  CASE WHEN s.urban_sd + s.rural_sd > 0 THEN (s.urban - s.rural) / sqrt((s.urban_sd * s.urban_sd + s.rural_sd * s.rural_sd) / 2) END AS hedges_g,
  b.theil_between, b.mld_between
FROM sums s
LEFT JOIN between_classes b ON s.subject_type = b.subject_type AND s.subject_id = b.subject_id AND s.year = b.year AND s.stage = b.stage
  AND s.grade = b.grade AND s.facet = b.facet;

CREATE OR REPLACE TEMP VIEW answers AS
SELECT school_code, year, respondent_group, item, sum(satisfied) AS satisfied, sum(answered) AS answered, sum(issued) AS issued
FROM (
  SELECT school_code, year, respondent_group, item, very_satisfied + satisfied AS satisfied,
    very_satisfied + satisfied + neutral + dissatisfied + very_dissatisfied AS answered, issued_count AS issued
  FROM survey_counts
  UNION ALL
  SELECT school_code, year, respondent_group, item, count(CASE WHEN answer >= 4 THEN 1 END), count(*), NULL
  FROM survey_responses
  GROUP BY school_code, year, respondent_group, item
) a
GROUP BY school_code, year, respondent_group, item;

-- kept
CREATE OR REPLACE TEMP VIEW satisfaction AS
WITH placed AS (
  SELECT a.*, y.county_code, y.prefecture_code, y.province_code, y.cluster_id
  FROM answers a JOIN school_years y ON a.school_code = y.school_code AND a.year = y.year
), under AS (
  SELECT 'school' AS subject_type, school_code AS subject_id, year, respondent_group, item, satisfied, answered, issued FROM placed
  UNION ALL SELECT 'county', county_code, year, respondent_group, item, satisfied, answered, issued FROM placed
  UNION ALL SELECT 'prefecture', prefecture_code, year, respondent_group, item, satisfied, answered, issued FROM placed
  UNION ALL SELECT 'province', province_code, year, respondent_group, item, satisfied, answered, issued FROM placed
  UNION ALL SELECT 'cluster', cluster_id, year, respondent_group, item, satisfied, answered, issued FROM placed WHERE cluster_id IS NOT NULL
)
SELECT subject_type, subject_id, year, concat('survey:', respondent_group, ':', item) AS facet, sum(satisfied) AS satisfied,
  sum(answered) AS answered, sum(issued) AS issued
FROM under
GROUP BY subject_type, subject_id, year, respondent_group, item;

-- kept
CREATE OR REPLACE TEMP VIEW measures AS
WITH told AS (
  SELECT 'gap.mean' AS metric_id, subject_type, subject_id, year, 0 AS base_year, stage, grade, facet, mean AS value, n FROM gaps
  UNION ALL SELECT 'gap.sd', subject_type, subject_id, year, 0, stage, grade, facet, sd, n FROM gaps
  UNION ALL SELECT 'gap.cv', subject_type, subject_id, year, 0, stage, grade, facet, sd / mean, n FROM gaps WHERE mean <> 0
  UNION ALL SELECT 'gap.gini', subject_type, subject_id, year, 0, stage, grade, facet, gini, n FROM gaps
  UNION ALL SELECT 'gap.theil', subject_type, subject_id, year, 0, stage, grade, facet, theil, n FROM gaps
  UNION ALL SELECT 'gap.mld', subject_type, subject_id, year, 0, stage, grade, facet, mld, n FROM gaps
  UNION ALL SELECT 'gap.p90_p10', subject_type, subject_id, year, 0, stage, grade, facet, p90_p10, n FROM gaps
  UNION ALL SELECT 'gap.lead_member', subject_type, subject_id, year, 0, stage, grade, facet, lead_member, n FROM gaps
  UNION ALL SELECT 'gap.hedges_g', subject_type, subject_id, year, 0, stage, grade, facet, hedges_g, n FROM gaps
  UNION ALL SELECT 'gap.theil_between', subject_type, subject_id, year, 0, stage, grade, facet, theil_between, n FROM gaps
  UNION ALL SELECT 'gap.theil_within', subject_type, subject_id, year, 0, stage, grade, facet, theil - theil_between, n FROM gaps
  UNION ALL SELECT 'gap.mld_between', subject_type, subject_id, year, 0, stage, grade, facet, mld_between, n FROM gaps
  UNION ALL SELECT 'gap.mld_within', subject_type, subject_id, year, 0, stage, grade, facet, mld - mld_between, n FROM gaps
), changes AS (
  SELECT concat('gap_change', substr(now.metric_id, 4)) AS metric_id, now.subject_type, now.subject_id, now.year, base.year AS base_year, now.stage,
    now.grade, now.facet, now.value - base.value AS value, now.n
  FROM told now
  JOIN told base ON now.metric_id = base.metric_id AND now.subject_type = base.subject_type AND now.subject_id = base.subject_id
    AND now.stage = base.stage AND now.grade = base.grade AND now.facet = base.facet
  JOIN (SELECT min(year) AS year FROM schools) first ON base.year = first.year
  WHERE now.year > first.year
)
SELECT * FROM told WHERE value IS NOT NULL
UNION ALL SELECT * FROM changes WHERE value IS NOT NULL
UNION ALL
SELECT 'resource.level', 'stage_school', concat(school_code, ':', stage), year, 0, stage, 0, facet, value, 1 FROM resources
UNION ALL
SELECT 'satisfaction.rate', subject_type, subject_id, year, 0, '', 0, facet, 1.0 * satisfied / answered, answered FROM satisfaction WHERE answered > 0
UNION ALL
SELECT 'satisfaction.response_rate', subject_type, subject_id, year, 0, '', 0, facet, 1.0 * answered / issued, answered FROM satisfaction
WHERE issued > 0;

-- kept
CREATE OR REPLACE TEMP VIEW judgements AS
SELECT concat(m.metric_id, ':', m.facet) AS rule_id, m.subject_type, m.subject_id, m.year, m.stage, m.facet, m.value, r.standard,
  CASE WHEN r.at_most THEN m.value <= r.standard ELSE m.value >= r.standard END AS passes
FROM measures m
JOIN (
  SELECT 'resource.level' AS metric_id, 'R1' AS facet, 4.2 AS standard, false AS at_most
  UNION ALL SELECT 'resource.level', 'R2', 1.0, false
  UNION ALL SELECT 'resource.level', 'R3', 0.9, false
  UNION ALL SELECT 'resource.level', 'R4', 4.5, false
  UNION ALL SELECT 'resource.level', 'R5', 7.5, false
  UNION ALL SELECT 'resource.level', 'R6', 0.2, false
  UNION ALL SELECT 'resource.level', 'R7', 1.0, false
  UNION ALL SELECT 'gap.cv', 'R1', 0.5, true
  UNION ALL SELECT 'gap.cv', 'R2', 0.5, true
  UNION ALL SELECT 'gap.cv', 'R3', 0.5, true
  UNION ALL SELECT 'gap.cv', 'R4', 0.5, true
  UNION ALL SELECT 'gap.cv', 'R5', 0.5, true
  UNION ALL SELECT 'gap.cv', 'R6', 0.5, true
  UNION ALL SELECT 'gap.cv', 'R7', 0.5, true
) r ON m.metric_id = r.metric_id AND m.facet = r.facet;

-- kept
CREATE OR REPLACE TEMP VIEW school_sums AS
SELECT o.subject, o.school_code, count(*) AS n, sum(b.score) AS x, sum(o.score) AS y, sum(b.score * b.score) AS xx, sum(b.score * o.score) AS xy,
  sum(o.score * o.score) AS yy, sum(CASE WHEN p.sex = 'M' THEN 1 ELSE 0 END) AS boys,
  sum(CASE WHEN p.sex = 'M' THEN b.score ELSE 0 END) AS boys_x, sum(CASE WHEN p.sex = 'M' THEN o.score ELSE 0 END) AS boys_y
FROM pupil_scores o
JOIN pupil_scores b ON o.pupil_id = b.pupil_id AND o.subject = b.subject
JOIN pupils p ON o.pupil_id = p.pupil_id
WHERE o.grade = 9 AND b.grade = 6 AND o.score >= 0 AND b.score >= 0
GROUP BY o.subject, o.school_code;
