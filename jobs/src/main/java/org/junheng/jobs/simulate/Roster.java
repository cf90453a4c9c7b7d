package org.junheng.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junheng.subject.Ownership;
import org.junheng.subject.SchoolType;

/** Draws the schools of every county: codes, names, and which of them open, merge or change their name. */
final class Roster {
    private static final int LATER_CODES = 900_000;

    private Roster() {}

    static List<DrawnSchool> draw(Plan plan, List<DrawnCounty> counties) {
        List<DrawnSchool> schools = new ArrayList<>(plan.schools());
        for (DrawnCounty county : counties) {
            for (int position = 0; position < county.schoolCount(); position++) {
                schools.add(school(plan, county, position));
            }
        }
        return List.copyOf(schools);
    }

    private static DrawnSchool school(Plan plan, DrawnCounty county, int position) {
        int serial = county.firstSchool() + position;
        SchoolType type = Layout.type(position);
        return new DrawnSchool(
                serial,
                county,
                position,
                type,
                Layout.setting(position),
                Layout.isPrivate(position) ? Ownership.PRIVATE : Ownership.PUBLIC,
                name(county, position, "第" + (position + 1)),
                code(hasLeadingZeros(county, position) ? "00" : category(type), serial + 1),
                fate(plan, county, position));
    }

    private static Fate fate(Plan plan, DrawnCounty county, int position) {
        int year = plan.firstYear() + 2;
        if (position == Layout.MERGES && county.number() % 6 == 0) {
            return new Fate.Merged(year, county.firstSchool() + Layout.ABSORBS);
        } else if (position == Layout.RENAMED && county.number() % 4 == 0) {
            String code = code(category(Layout.type(position)), LATER_CODES + county.number());
            return new Fate.Renamed(year, code, name(county, position, "明德"));
        } else if (position == Layout.OPENS && county.number() % 3 == 0) {
            return new Fate.Opens(plan.firstYear() + 1);
        }
        return new Fate.Stays();
    }

    private static boolean hasLeadingZeros(DrawnCounty county, int position) {
        return (position == 14 && county.number() % 3 == 0) || (position == 11 && county.number() % 3 == 1);
    }

    private static String name(DrawnCounty county, int position, String own) {
        String place = DrawnCounty.township(Layout.setting(position), position);
        return county.name() + place + own + word(Layout.type(position));
    }

    private static String code(String category, int serial) {
        return category + "53" + String.format(Locale.ROOT, "%06d", serial);
    }

    private static String category(SchoolType type) {
        return switch (type) {
            case KINDERGARTEN -> "11";
            case PRIMARY -> "21";
            case TEACHING_POINT -> "22";
            case JUNIOR -> "31";
            case NINE_YEAR -> "34";
            case TWELVE_YEAR -> "35";
            case COMPLETE_SECONDARY -> "41";
            case SENIOR -> "42";
            case VOCATIONAL -> "43";
            case SPECIAL -> "51";
        };
    }

    private static String word(SchoolType type) {
        return switch (type) {
            case KINDERGARTEN -> "幼儿园";
            case PRIMARY -> "小学";
            case TEACHING_POINT -> "教学点";
            case JUNIOR -> "初级中学";
            case NINE_YEAR -> "九年一贯制学校";
            case TWELVE_YEAR -> "十二年一贯制学校";
            case COMPLETE_SECONDARY -> "完全中学";
            case SENIOR -> "高级中学";
            case VOCATIONAL -> "职业学校";
            case SPECIAL -> "特殊教育学校";
        };
    }
}
