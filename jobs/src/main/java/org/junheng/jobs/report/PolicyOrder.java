package org.junheng.jobs.report;

import java.util.Comparator;
import java.util.List;

/** Policies in the order in which the evaluation names them; others follow in that of their names. */
record PolicyOrder(List<String> named) implements Comparator<String> {
    /** Policies as an evaluation names them: by name, or by the file of their rule book. */
    static PolicyOrder of(List<String> policies) {
        return new PolicyOrder(policies.stream()
                .map(policy -> policy.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.csv$", ""))
                .toList());
    }

    @Override
    public int compare(String one, String other) {
        int places = Integer.compare(place(one), place(other));
        return places != 0 ? places : one.compareTo(other);
    }

    private int place(String policy) {
        int at = named.indexOf(policy);
        return at < 0 ? named.size() : at;
    }
}
