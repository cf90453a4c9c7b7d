package org.junheng.subject;

/** Urban-rural class of the place where a school stands (城乡分类). */
public enum UrbanRuralClass {
    URBAN,
    TOWN,
    RURAL;

    /** On which side a school stands when a township is held against the urban area of its county: whatever is not urban is the town's. */
    public UrbanRuralClass besideUrban() {
        return this == URBAN ? URBAN : TOWN;
    }
}
