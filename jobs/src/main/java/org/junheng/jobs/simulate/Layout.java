package org.junheng.jobs.simulate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.ClusterType;
import org.junheng.subject.CommunityMode;
import org.junheng.subject.SchoolType;
import org.junheng.subject.UrbanRuralClass;

/** The layout that every county repeats: fifty positions with a type and a setting, and the clusters that may form among them. */
final class Layout {
    static final int BLOCK = 50;
    static final int MERGES = 38;
    static final int ABSORBS = 20;
    static final int RENAMED = 31;
    static final int OPENS = 30;

    private static final String TYPES = "PJPNPKPJPT" + "PJPKPCPNPT" + "PJPSPWPJPK" + "PJPNPVPEPT" + "PJPNPKPTKK";
    private static final String SETTINGS = "UUTTUURTUR" + "RRTTTUURRR" + "TRRURUURRR" + "RRURRTRUTR" + "TTRRRRRRTR";

    /** A cluster that may form: members join one after the other, or were there from the start. */
    record Pattern(ClusterType type, @Nullable CommunityMode mode, String label, int lead, List<Integer> members) {}

    static final List<Pattern> CLUSTERS = List.of(
            new Pattern(ClusterType.SCHOOL_DISTRICT, null, "第一学区", 0, List.of(8, 16, 20, 26)),
            new Pattern(ClusterType.EDUCATION_GROUP, null, "小学教育集团", 0, List.of(2, 6, 8, 10, 14, 18, 22)),
            new Pattern(ClusterType.EDUCATION_GROUP, null, "中学教育集团", 1, List.of(7, 11, 17, 21)),
            community(CommunityMode.CO_BUILT, "甲", 4, 24, 28),
            community(CommunityMode.COOPERATIVE, "乙", 12, 34, 36),
            community(CommunityMode.MERGED, "丙", 3, 33, 43),
            new Pattern(ClusterType.PROVINCIAL_ASSISTANCE, null, "省管校用帮扶", 1, List.of(27, 41)));

    private Layout() {}

    static SchoolType type(int position) {
        return switch (TYPES.charAt(position % BLOCK)) {
            case 'P' -> SchoolType.PRIMARY;
            case 'J' -> SchoolType.JUNIOR;
            case 'N' -> SchoolType.NINE_YEAR;
            case 'W' -> SchoolType.TWELVE_YEAR;
            case 'C' -> SchoolType.COMPLETE_SECONDARY;
            case 'T' -> SchoolType.TEACHING_POINT;
            case 'K' -> SchoolType.KINDERGARTEN;
            case 'S' -> SchoolType.SPECIAL;
            case 'V' -> SchoolType.VOCATIONAL;
            default -> SchoolType.SENIOR;
        };
    }

    static UrbanRuralClass setting(int position) {
        return switch (SETTINGS.charAt(position % BLOCK)) {
            case 'U' -> UrbanRuralClass.URBAN;
            case 'T' -> UrbanRuralClass.TOWN;
            default -> UrbanRuralClass.RURAL;
        };
    }

    static boolean isPrivate(int position) {
        return List.of(25, 32, 48).contains(position % BLOCK);
    }

    /** Recognised as a school of quality from the start: the leads, the complete secondary school and one kindergarten. */
    static boolean isQuality(int position) {
        return List.of(0, 1, 3, 4, 5, 12, 15, 25).contains(position % BLOCK);
    }

    private static Pattern community(CommunityMode mode, String label, int lead, int... members) {
        return new Pattern(
                ClusterType.URBAN_RURAL_COMMUNITY, mode, "城乡学校共同体" + label, lead, List.of(members[0], members[1]));
    }
}
