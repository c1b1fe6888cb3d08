package io.wenda.knowledge.trial;

/** How far a trial has come. */
public enum TrialState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    STOPPED
}
