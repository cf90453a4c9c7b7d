package org.junheng.valueadded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the time of a pupil who changed school (在校时间分摊) is split between the schools: by days, in twelfths, so that pupils with nearly the same
 * history are summed together. The twelfths left after rounding down go to the largest remainders, of equal ones to the first code.
 */
public final class TimeShares {
    private static final long PARTS = 12;
    private static final char NEXT = '\u0001';
    private static final char OF = '\u0002';

    private TimeShares() {}

    /** The shares as text: the code alone of a pupil of one school. */
    public static String text(SortedMap<String, Long> days) {
        SortedMap<String, Long> parts = parts(days);
        if (parts.size() == 1) {
            return parts.firstKey();
        }
        List<String> texts = new ArrayList<>();
        parts.forEach((school, part) -> texts.add(school + OF + part));
        return String.join(String.valueOf(NEXT), texts);
    }

    private static SortedMap<String, Long> parts(SortedMap<String, Long> days) {
        long all = days.values().stream().mapToLong(Long::longValue).sum();
        SortedMap<String, Long> parts = new TreeMap<>();
        days.forEach((school, spent) -> parts.put(school, PARTS * spent / all));
        long left = PARTS - parts.values().stream().mapToLong(Long::longValue).sum();
        days.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -(PARTS * entry.getValue() % all)))
                .limit(left)
                .forEach(entry -> parts.merge(entry.getKey(), 1L, Long::sum));
        parts.values().removeIf(part -> part == 0);
        return parts;
    }

    static SortedMap<String, Double> read(String text) {
        SortedMap<String, Double> shares = new TreeMap<>();
        for (String each : text.split(String.valueOf(NEXT), -1)) {
            int at = each.indexOf(OF);
            if (at < 0) {
                shares.put(each, 1.0);
            } else {
                shares.put(each.substring(0, at), Double.parseDouble(each.substring(at + 1)) / PARTS);
            }
        }
        return shares;
    }
}
