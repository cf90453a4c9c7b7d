package org.junheng.jobs.pairs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;

/** Few runs in which every value of every factor meets every value of every other: a greedy design, the same for the same seed. */
final class PairwiseDesign {
    private static final int CANDIDATES = 60;

    private final Map<String, List<String>> factors;
    private final List<String> names;

    PairwiseDesign(Map<String, List<String>> factors) {
        this.factors = new LinkedHashMap<>(factors);
        this.names = List.copyOf(factors.keySet());
    }

    /** The runs, each a value of every factor. */
    List<Map<String, String>> runs(long seed) {
        Random random = new Random(seed);
        NavigableSet<String> open = all();
        List<Map<String, String>> runs = new ArrayList<>();
        while (!open.isEmpty()) {
            Map<String, String> best = Map.of();
            long most = 0;
            for (int i = 0; i < CANDIDATES; i++) {
                Map<String, String> candidate = drawn(random, open.first());
                long met = pairs(candidate).stream().filter(open::contains).count();
                if (met > most) {
                    most = met;
                    best = candidate;
                }
            }
            open.removeAll(pairs(best));
            runs.add(best);
        }
        return runs;
    }

    /** Every pair of values of two factors. */
    NavigableSet<String> all() {
        NavigableSet<String> pairs = new TreeSet<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                for (String a : factors.get(names.get(i))) {
                    for (String b : factors.get(names.get(j))) {
                        pairs.add(pair(names.get(i), a, names.get(j), b));
                    }
                }
            }
        }
        return pairs;
    }

    NavigableSet<String> pairs(Map<String, String> run) {
        NavigableSet<String> pairs = new TreeSet<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                pairs.add(pair(names.get(i), run.get(names.get(i)), names.get(j), run.get(names.get(j))));
            }
        }
        return pairs;
    }

    private static String pair(String factor, String value, String other, String otherValue) {
        return factor + "=" + value + " & " + other + "=" + otherValue;
    }

    /** A run at random that has a given pair. */
    private Map<String, String> drawn(Random random, String wanted) {
        Map<String, String> run = new LinkedHashMap<>();
        for (String name : names) {
            List<String> values = factors.get(name);
            run.put(name, values.get(random.nextInt(values.size())));
        }
        int middle = wanted.indexOf(" & ");
        for (String part : List.of(wanted.substring(0, middle), wanted.substring(middle + 3))) {
            int at = part.indexOf('=');
            run.put(part.substring(0, at), part.substring(at + 1));
        }
        return run;
    }
}
