package org.junheng.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Error clusters of schools that also share a number: clusters that have a school in the same place are one, for they cannot err apart. */
public final class ErrorUnits {
    private final SortedMap<String, String> towards = new TreeMap<>();

    private ErrorUnits() {}

    /** @param places where the number of a school is that of all its schools; a school that is not here has one of its own */
    public static List<JoiningSchool> shared(List<JoiningSchool> schools, Map<String, SchoolPlace> places) {
        ErrorUnits units = new ErrorUnits();
        for (JoiningSchool school : schools) {
            SchoolPlace place = places.get(school.code());
            if (place != null && place.township() != null) {
                units.join(school.errorCluster(), "place " + place.townshipOfCounty());
            }
        }
        List<JoiningSchool> shared = new ArrayList<>();
        schools.forEach(
                s -> shared.add(new JoiningSchool(s.code(), units.first(s.errorCluster()), s.joined(), s.outcomes())));
        return shared;
    }

    private String first(String unit) {
        String at = unit;
        for (String next = towards.get(at); next != null; next = towards.get(at)) {
            at = next;
        }
        return at;
    }

    private void join(String unit, String other) {
        String one = first(unit);
        String two = first(other);
        if (one.compareTo(two) < 0) {
            towards.put(two, one);
        } else if (!one.equals(two)) {
            towards.put(one, two);
        }
    }
}
