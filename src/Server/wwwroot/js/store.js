/** JSON in one of the browser's storages. Where that is switched off or full, nothing is kept and nothing breaks. */
class Store {
  constructor(name) {
    this.name = name;
  }

  /** The value under a key; null when there is none or it cannot be read. */
  read(key) {
    try {
      return JSON.parse(window[this.name].getItem(key));
    } catch (error) {
      return null;
    }
  }

  write(key, value) {
    try {
      window[this.name].setItem(key, JSON.stringify(value));
    } catch (error) {
      // The page goes on without.
    }
  }
}

/** Kept on the phone. */
export const device = new Store('localStorage');

/** Kept until this tab is closed. */
export const tab = new Store('sessionStorage');
