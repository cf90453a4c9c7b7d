package org.junheng.subject;

/** Part of a school in its cluster: lead (牵头学校) or member (成员学校). */
public enum Role {
    LEAD,
    MEMBER
}
