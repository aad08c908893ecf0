/** The door of the slice of the outside register. */
