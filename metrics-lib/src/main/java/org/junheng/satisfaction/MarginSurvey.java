package org.junheng.satisfaction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.About;
import org.junheng.subject.View;

/** The answers of one group in the schools of an area, and what is known of the population they are to stand for. */
public record MarginSurvey(About about, List<School> schools, List<Known> margins) implements View {

    /**
     * The answers of one school.
     *
     * @param categories its category in each margin, by name; a margin in which it has none is left out
     */
    public record School(String code, long satisfied, long answers, SortedMap<String, String> categories) {
        public School {
            categories = Collections.unmodifiableSortedMap(new TreeMap<>(categories));
        }
    }

    /** A known margin: how many of the population are in each category. */
    public record Known(String name, SortedMap<String, Double> totals) {
        public Known {
            totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
        }

        double sum() {
            return totals.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    public MarginSurvey {
        schools = schools.stream().sorted(Comparator.comparing(School::code)).toList();
        margins = List.copyOf(margins);
    }

    /** Schools with answers whose category is known in every margin. */
    List<School> placed() {
        return schools.stream()
                .filter(s -> s.answers() > 0)
                .filter(s -> margins.stream().allMatch(m -> {
                    String category = s.categories().get(m.name());
                    return category != null && m.totals().containsKey(category);
                }))
                .toList();
    }

    /** The first category of the population from which nobody answered. */
    @Nullable
    String unanswered(List<School> placed) {
        for (Known margin : margins) {
            for (Map.Entry<String, Double> total : margin.totals().entrySet()) {
                boolean answered = placed.stream()
                        .anyMatch(s -> total.getKey().equals(s.categories().get(margin.name())));
                if (total.getValue() > 0 && !answered) {
                    return margin.name() + " = " + total.getKey();
                }
            }
        }
        return null;
    }

    String names() {
        return margins.stream().map(Known::name).collect(Collectors.joining(" x "));
    }

    /** Every margin as numbers of answers: what is known are shares, and totals of two sources may differ. */
    List<Known> scaled(double answers) {
        List<Known> scaled = new ArrayList<>();
        for (Known margin : margins) {
            SortedMap<String, Double> totals = new TreeMap<>();
            margin.totals().forEach((category, total) -> {
                if (total > 0) {
                    totals.put(category, total / margin.sum() * answers);
                }
            });
            scaled.add(new Known(margin.name(), totals));
        }
        return scaled;
    }
}
