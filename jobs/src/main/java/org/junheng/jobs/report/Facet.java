package org.junheng.jobs.report;

import java.util.List;

/** What a number is about, as people call it: {@code R2} or {@code score:math}, with the grade of an exam. */
record Facet(String id, String grade) implements Comparable<Facet> {
    private static final List<String> ORDER =
            List.of("R", "score:", "indicator:", "pass:", "B", "survey:PUPIL", "survey:PARENT", "survey:");

    /** The facet without the two groups that it compares. */
    static Facet of(String facet, String grade) {
        int groups = facet.indexOf('|');
        return new Facet(groups < 0 ? facet : facet.substring(0, groups), grade);
    }

    String name(Wording wording) {
        int colon = id.indexOf(':');
        String name = colon < 0
                ? wording.textOr("facet." + id, item(id, wording))
                : kind(id.substring(0, colon), wording).replace("{item}", item(id.substring(colon + 1), wording));
        return grade.isEmpty() ? name : name + wording.text("grade").replace("{grade}", grade);
    }

    /** A kind of facet, or a facet or definition of which the item is a part. */
    private static String kind(String kind, Wording wording) {
        String of = wording.textOr("facet." + kind, wording.textOr("definition." + kind, ""));
        return wording.textOr("kind." + kind, of.isEmpty() ? "{item}" : of + " · {item}");
    }

    /** The name with the two groups that are compared, or the group that is meant. */
    String full(Wording wording) {
        int bar = id.indexOf('|');
        if (bar < 0) {
            return name(wording);
        }
        String groups = id.substring(bar + 1);
        return new Facet(id.substring(0, bar), grade).name(wording) + " · "
                + wording.textOr("comparison." + groups, groups);
    }

    /** The subject of a score by itself, or the whole name where it is not about a subject. */
    String subject(Wording wording) {
        int colon = id.indexOf(':');
        return colon < 0 ? name(wording) : item(id.substring(colon + 1), wording);
    }

    /** The name that fits beside a chart. */
    String shortName(Wording wording) {
        return wording.textOr("short." + id, name(wording));
    }

    private static String item(String item, Wording wording) {
        int colon = item.indexOf(':');
        String first = colon < 0 ? item : item.substring(0, colon);
        String known = wording.textOr("item." + first, first);
        return colon < 0 ? known : known + " · " + item.substring(colon + 1);
    }

    private int place() {
        for (int i = 0; i < ORDER.size(); i++) {
            if (id.startsWith(ORDER.get(i))) {
                return i;
            }
        }
        return ORDER.size();
    }

    @Override
    public int compareTo(Facet other) {
        int places = Integer.compare(place(), other.place());
        int ids = places != 0 ? places : id.compareTo(other.id);
        return ids != 0 ? ids : grade.compareTo(other.grade);
    }
}
