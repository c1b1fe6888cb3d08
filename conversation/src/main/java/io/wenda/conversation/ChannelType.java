package io.wenda.conversation;

/** The kind of way in that a channel is. */
public enum ChannelType {
    WEB,
    API,
    EMAIL,
    WECHAT_OFFICIAL_ACCOUNT,
    WECHAT_MINI_PROGRAM,
    WECOM,
    SMS,
    VOICE
}
