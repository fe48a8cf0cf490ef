/** JSON in the browser's storage. Where storage is switched off or full, values live as long as the page does. */
class Store {
  constructor(open) {
    this.memory = {};
    try {
      this.storage = open();
    } catch (error) {
      this.storage = null;
    }
  }

  /** The value under a key; null when there is none or it cannot be read. */
  read(key) {
    try {
      const text = this.storage.getItem(key);
      if (text !== null)
        return JSON.parse(text);
    } catch (error) {
      // Fall through to what this page remembers.
    }
    return key in this.memory ? this.memory[key] : null;
  }

  write(key, value) {
    this.memory[key] = value;
    try {
      this.storage.setItem(key, JSON.stringify(value));
    } catch (error) {
      // The page still remembers it.
    }
  }

  remove(key) {
    delete this.memory[key];
    try {
      this.storage.removeItem(key);
    } catch (error) {
      // Nothing was kept.
    }
  }
}

/** Kept on the phone until it is removed. */
export const device = new Store(() => window.localStorage);

/** Kept until this tab is closed. */
export const tab = new Store(() => window.sessionStorage);
