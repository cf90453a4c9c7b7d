package org.junheng.subject;

import org.jspecify.annotations.Nullable;

/** By what the schools of an area are put into groups for between and within parts. */
public enum Grouping {
    COUNTY,
    CLUSTER,
    URBAN_RURAL;

    /** The group of a school; empty when it has no county, cluster or class. */
    public String of(SchoolFigure school) {
        @Nullable
        Object group =
                switch (this) {
                    case COUNTY -> school.county();
                    case CLUSTER -> school.cluster();
                    case URBAN_RURAL -> school.urbanRural();
                };
        return group == null ? "" : group.toString();
    }
}
