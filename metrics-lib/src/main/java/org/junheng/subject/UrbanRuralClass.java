package org.junheng.subject;

/** Urban-rural class of the place where a school stands (城乡分类). */
public enum UrbanRuralClass {
    URBAN,
    TOWN,
    RURAL
}
