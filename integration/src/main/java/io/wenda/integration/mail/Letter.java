package io.wenda.integration.mail;

/**
 * What a mail says.
 *
 * @param locale of the language that it is written in
 * @param text for every mail program
 * @param html the same words
 */
record Letter(String locale, String subject, String text, String html) {}
