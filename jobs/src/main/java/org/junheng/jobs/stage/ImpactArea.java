package org.junheng.jobs.stage;

import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What an impact block speaks of: the province of the delivery; {@value #ALL} where it holds several, or names none. */
record ImpactArea(String province) {
    static final String ALL = "*";

    static ImpactArea of(Dataset<Row> counties) {
        SortedSet<String> provinces = new TreeSet<>();
        for (Row row : counties.select("province_code").collectAsList()) {
            provinces.add(row.isNullAt(0) ? ALL : row.getString(0));
        }
        return new ImpactArea(provinces.size() == 1 ? provinces.first() : ALL);
    }
}
