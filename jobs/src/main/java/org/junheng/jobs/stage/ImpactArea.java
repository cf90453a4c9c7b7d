package org.junheng.jobs.stage;

import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junheng.jobs.table.Counties;

/** What an impact block speaks of: the province of the delivery; {@value #ALL} where it holds several, or names none. */
record ImpactArea(String province) {
    static final String ALL = "*";

    static ImpactArea of(List<Counties> counties) {
        SortedSet<String> provinces = new TreeSet<>();
        counties.forEach(c -> provinces.add(Objects.requireNonNullElse(c.provinceCode(), ALL)));
        return new ImpactArea(provinces.size() == 1 ? provinces.first() : ALL);
    }
}
