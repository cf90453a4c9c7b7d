package org.junheng.jobs.report;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What subjects are called and in which county they lie. */
public record Places(SortedMap<String, SortedMap<String, Place>> byType) {
    private static final int MOST_NAMES = 3;

    /** A subject's name, and the codes of the areas in which it lies. */
    public record Place(String name, String county, String prefecture, String province) {}

    static Places of(Path runFolder) {
        SortedMap<String, SortedMap<String, Place>> byType = new TreeMap<>();
        PublishedTable.of(runFolder, "subjects")
                .forEach(line -> byType.computeIfAbsent(line.text("subject_type"), type -> new TreeMap<>())
                        .put(
                                line.text("subject_id"),
                                new Place(
                                        line.text("name"),
                                        line.text("county_code"),
                                        line.text("prefecture_code"),
                                        line.text("province_code"))));
        return new Places(byType);
    }

    /** The subjects of a type in the order of their codes. */
    SortedMap<String, Place> of(String type) {
        return byType.getOrDefault(type, new TreeMap<>());
    }

    /** A subject's name, or its code where it was delivered without one. */
    String name(String type, String id) {
        Place place = find(type, id);
        return place == null || place.name().isEmpty() ? id : place.name();
    }

    /** The county of a school, a stage of a school, a cluster; a county is its own. */
    String county(String type, String id) {
        Place place = find(type, id);
        String county = place == null ? "" : place.county();
        return county.isEmpty() && type.equals("county") ? id : county;
    }

    private @Nullable Place find(String type, String id) {
        Place place = of(type).get(id);
        if (place == null && type.equals("stage_school")) {
            int colon = id.lastIndexOf(':');
            return of("school").get(colon < 0 ? id : id.substring(0, colon));
        }
        return place;
    }

    int count(String type) {
        return of(type).size();
    }

    /** The names that head the report: those of the provinces, or how many they are. */
    String title(Wording wording) {
        if (count("province") > MOST_NAMES) {
            return wording.text("page.provinces").replace("{n}", Integer.toString(count("province")));
        }
        return String.join(
                wording.text("page.and"),
                of("province").keySet().stream().map(id -> name("province", id)).toList());
    }
}
