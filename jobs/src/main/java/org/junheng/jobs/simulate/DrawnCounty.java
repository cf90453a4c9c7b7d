package org.junheng.jobs.simulate;

import java.util.List;
import org.junheng.jobs.table.SupportLevel;
import org.junheng.subject.UrbanRuralClass;

/**
 * A county of the drawn province.
 *
 * @param number 0, 1, 2 ...
 * @param firstSchool serial of its first school; the others follow
 * @param wealth level of its resources, about 1
 * @param spread how far its schools lie apart (standard deviation of the log of a resource)
 */
record DrawnCounty(
        int number,
        String code,
        String name,
        String prefectureCode,
        String prefectureName,
        SupportLevel support,
        int firstSchool,
        int schoolCount,
        double wealth,
        double spread) {
    static final List<String> TOWNSHIPS = List.of("松江街道", "竹溪镇", "梅岭镇", "兰坪乡", "荷塘乡", "桂花乡");

    /** Towns people live in: one urban, two towns, three rural townships. */
    static String township(UrbanRuralClass setting, int position) {
        return switch (setting) {
            case URBAN -> TOWNSHIPS.get(0);
            case TOWN -> TOWNSHIPS.get(1 + position % 2);
            case RURAL -> TOWNSHIPS.get(3 + position % 3);
        };
    }

    /** What the county's wealth adds to the mean of the prior exam. */
    double head() {
        return 10 * (wealth - 1);
    }
}
