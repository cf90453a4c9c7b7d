package org.junheng.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Covariates as columns of numbers, NaN where missing: for each year, each column, each school. */
final class TraitColumns {
    private TraitColumns() {}

    static SortedMap<Integer, double[][]> of(List<SchoolTrait> traits, List<String> schools, SortedSet<Integer> years) {
        SortedMap<Integer, List<double[]>> columns = new TreeMap<>();
        years.forEach(year -> columns.put(year, new ArrayList<>()));
        for (SchoolTrait trait : traits) {
            List<String> levels = trait.kind() == SchoolTrait.Kind.TEXT ? levels(trait, schools, years) : List.of();
            columns.forEach((year, of) -> {
                Map<String, String> values = trait.in(year);
                of.add(
                        trait.kind() == SchoolTrait.Kind.NUMBER
                                ? column(schools, values, null)
                                : known(schools, values));
                levels.stream().skip(1).forEach(level -> of.add(column(schools, values, level)));
            });
        }
        SortedMap<Integer, double[][]> byYear = new TreeMap<>();
        columns.forEach((year, of) -> byYear.put(year, of.toArray(new double[0][])));
        return byYear;
    }

    private static List<String> levels(SchoolTrait trait, List<String> schools, SortedSet<Integer> years) {
        SortedSet<String> levels = new TreeSet<>((a, b) ->
                Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray()));
        for (int year : years) {
            Map<String, String> values = trait.in(year);
            for (String school : schools) {
                String value = values.get(school);
                if (value != null) {
                    levels.add(value);
                }
            }
        }
        return List.copyOf(levels);
    }

    /** 0 where the text is known: a constant that no estimate notices, but a school without the text is not complete. */
    private static double[] known(List<String> schools, Map<String, String> values) {
        return schools.stream()
                .mapToDouble(school -> values.containsKey(school) ? 0 : Double.NaN)
                .toArray();
    }

    /** The number, or 1 where the text is this level and 0 where it is another. */
    private static double[] column(List<String> schools, Map<String, String> values, @Nullable String level) {
        double[] column = new double[schools.size()];
        for (int i = 0; i < column.length; i++) {
            String value = values.get(schools.get(i));
            if (value == null) {
                column[i] = Double.NaN;
            } else {
                column[i] = level == null ? Double.parseDouble(value) : value.equals(level) ? 1 : 0;
            }
        }
        return column;
    }
}
