// A first look at the results of a run, in JShell with Tablesaw. 用 JShell 和 Tablesaw 看一次评价的结果。
// How to start it stands in README.md beside this file. Nothing is computed here that a run has not published.

import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

// Every number of the run, one row each. Codes stay text: a leading zero counts. 所有指标，一行一个数；代码按文本读入。
String run = System.getProperty("junheng.run", "sample-data/out/current");
java.util.Set<String> figures = java.util.Set.of("value", "se", "ci_low", "ci_high", "numerator", "denominator");
Table measures = Table.read().usingOptions(CsvReadOptions.builder(run + "/csv/measures.csv").columnTypes(name -> figures.contains(name) ? ColumnType.DOUBLE : ColumnType.STRING));

// 1. How far the numbers may be relied on. 数据状态。
System.out.println(measures.countBy("status").print());

// 2. The gap between primary schools in teachers per 100 pupils (R1): coefficient of variation by county and year.
//    小学每百名学生拥有高于规定学历教师数(R1)的校际差异系数，分县分年。
Table gaps = measures.where(measures.stringColumn("metric_id").isEqualTo("gap.cv").and(measures.stringColumn("subject_type").isEqualTo("county")).and(measures.stringColumn("stage").isEqualTo("PRIMARY")).and(measures.stringColumn("facet").isEqualTo("R1")));
gaps.setName("gap.cv, primary, R1");
System.out.println(gaps.selectColumns("subject_id", "year", "value", "n_schools", "status").sortOn("subject_id", "year").print(48));

// 3. The ten largest value-added effects in mathematics, with their 95 % intervals. 数学增值最高的十所学校及 95% 区间。
Table effects = measures.where(measures.stringColumn("metric_id").isEqualTo("valueadded.school").and(measures.stringColumn("facet").isEqualTo("score:math")).and(measures.doubleColumn("value").isNotMissing()));
effects.setName("valueadded.school, mathematics");
System.out.println(effects.selectColumns("subject_id", "value", "ci_low", "ci_high", "n_pupils", "status").sortDescendingOn("value").first(10).print());
